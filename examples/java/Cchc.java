import com.sun.jna.IntegerType;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.Structure;
import com.sun.jna.ptr.PointerByReference;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** What is used of cchc.h, for JNA; ThreeCalls.java says how to build and run it. Text is a byte[] with its size, so that it stays UTF-8; a column is an array. */
interface Cchc extends Library {
    /** The system finds libcchc.so; -Djna.library.path=DIRECTORY adds a place. */
    Cchc API = Native.load("cchc", Cchc.class);

    String cchc_status_name(int status);

    int cchc_bytes_view(Pointer bytes, PointerByReference data, Size.Out size, Failure error);
    void cchc_bytes_free(Pointer bytes);

    int cchc_calendar_builtin(byte[] id, Size idSize, PointerByReference out, Failure error);
    void cchc_calendar_free(Pointer calendar);

    int cchc_rule_builtin(byte[] id, Size idSize, PointerByReference out, Failure error);
    void cchc_rule_free(Pointer rule);

    int cchc_due_compute(Pointer calendar, Pointer rule, long[] received, long[] limitMilli, Size count, long[] dueAt,
                         int[] dueDay, byte[] rowStatus, Size.Out failed, Failure error);

    int cchc_statistics_create(byte[] query, Size querySize, PointerByReference out, Failure error);
    int cchc_statistics_add_csv(Pointer statistics, byte[] block, Size blockSize, Failure error);
    int cchc_statistics_finish_csv(Pointer statistics, PointerByReference report, Failure error);
    int cchc_statistics_result_csv(Pointer statistics, int grouping, PointerByReference out, Failure error);
    void cchc_statistics_free(Pointer statistics);

    int cchc_criteria_builtin(byte[] id, Size idSize, PointerByReference out, Failure error);
    int cchc_criteria_leaf_count(Pointer criteria, Size.Out count, Failure error);
    int cchc_score_matrix(Pointer criteria, Pointer columns, Size columnCount, Size units, int[] kinds, byte[] constants,
                          Size constantsSize, int places, Size leafCount, long[] points, byte[] state, long[] total,
                          long[] index, int[] band, Failure error);
    void cchc_criteria_free(Pointer criteria);

    /** size_t. */
    final class Size extends IntegerType {
        private static final long serialVersionUID = 1L;

        public Size() { this(0); }
        public Size(long value) { super(Native.SIZE_T_SIZE, value, true); }

        /** size_t*, filled by the library. */
        public static final class Out extends com.sun.jna.ptr.ByReference {
            public Out() { super(Native.SIZE_T_SIZE); }
            public long get() {
                return Native.SIZE_T_SIZE == 8 ? getPointer().getLong(0) : Integer.toUnsignedLong(getPointer().getInt(0));
            }
        }
    }

    /** cchc_error: memory of the caller, 256 bytes. One for each call, so nothing is shared between threads. */
    @Structure.FieldOrder({"struct_size", "code", "row", "byte_offset", "message"})
    final class Failure extends Structure {
        public int struct_size = 256;
        public int code;
        public long row = -1;
        public long byte_offset = -1;
        public byte[] message = new byte[232];

        /** UTF-8 up to the NUL, whatever the platform's encoding is. */
        String text() { return Native.toString(message, StandardCharsets.UTF_8.name()); }
    }

    /** A call that failed. */
    final class CallException extends RuntimeException {
        private static final long serialVersionUID = 1L;
        final String status;
        final long byteOffset;

        CallException(Failure error) {
            super(error.text());
            status = API.cchc_status_name(error.code);
            byteOffset = error.byte_offset;
        }
    }

    /** A function of the library whose other arguments are given; it takes the error and returns the status. */
    interface Call {
        int with(Failure error);
    }

    /** Every call goes through here: a status that is not 0 becomes an exception. */
    static void call(Call function) {
        Failure error = new Failure();
        if (function.with(error) != 0) throw new CallException(error);
    }

    /** A function that makes a handle. */
    interface Maker {
        int with(PointerByReference out, Failure error);
    }

    /** A handle of the library, freed at the end of "try (...)". */
    final class Handle implements AutoCloseable {
        private final Consumer<Pointer> free;
        private Pointer pointer;

        Handle(Maker maker, Consumer<Pointer> free) {
            PointerByReference out = new PointerByReference();
            call(error -> maker.with(out, error));
            this.pointer = out.getValue();
            this.free = free;
        }

        Pointer pointer() { return pointer; }

        @Override
        public void close() {
            free.accept(pointer);
            pointer = null; // the library refuses NULL, while a handle that was freed would be undefined
        }

        /** Of a handle of bytes: its text. It is copied, because the view goes with the handle. */
        String text() {
            PointerByReference data = new PointerByReference();
            Size.Out size = new Size.Out();
            call(error -> API.cchc_bytes_view(pointer, data, size, error));
            return new String(data.getValue().getByteArray(0, Math.toIntExact(size.get())), StandardCharsets.UTF_8);
        }
    }
}
