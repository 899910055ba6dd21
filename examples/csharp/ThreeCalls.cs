/* Three calls of cchc from C# through P/Invoke: a due date, statistics from a CSV in memory, a score; and an error as a program
 * meets it. All data are made up. Needs Mono or .NET and libcchc.so.
 *
 *     mcs ThreeCalls.cs && LD_LIBRARY_PATH=/where/libcchc.so/is mono ThreeCalls.exe
 */
using System;
using System.Collections.Generic;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

/* cchc_error: memory of the caller, 256 bytes. The message is bytes of UTF-8 with a NUL, never a string of the platform. */
[StructLayout(LayoutKind.Sequential)]
struct CchcError {
    public uint StructSize;
    public int Code;
    public long Row;
    public long ByteOffset;
    [MarshalAs(UnmanagedType.ByValArray, SizeConst = 232)] public byte[] Message;
}

class CchcException : Exception {
    public readonly string Status;
    public readonly long ByteOffset;
    public CchcException(string status, string message, long byteOffset) : base(message) {
        Status = status;
        ByteOffset = byteOffset;
    }
}

/* Handles: SafeHandle frees each once, also where an exception passes, and keeps it alive during a call. */
abstract class CchcHandle : SafeHandle {
    protected CchcHandle() : base(IntPtr.Zero, true) {}
    public override bool IsInvalid { get { return handle == IntPtr.Zero; } }
}
class Calendar : CchcHandle {
    protected override bool ReleaseHandle() { Native.cchc_calendar_free(handle); return true; }
}
class Rule : CchcHandle {
    protected override bool ReleaseHandle() { Native.cchc_rule_free(handle); return true; }
}
class Statistics : CchcHandle {
    protected override bool ReleaseHandle() { Native.cchc_statistics_free(handle); return true; }
}
class Criteria : CchcHandle {
    protected override bool ReleaseHandle() { Native.cchc_criteria_free(handle); return true; }
}
class Bytes : CchcHandle {
    protected override bool ReleaseHandle() { Native.cchc_bytes_free(handle); return true; }
}

/* cchc.h, as far as it is used here. size_t is UIntPtr; text is a byte[] with its size, so that it stays UTF-8. */
static class Native {
    const string Library = "cchc"; // libcchc.so; where only the runtime package is installed, "libcchc.so.0"

    [DllImport(Library)] public static extern IntPtr cchc_status_name(int status);
    [DllImport(Library)] public static extern int cchc_bytes_view(Bytes bytes, out IntPtr data, out UIntPtr size,
                                                                  ref CchcError error);
    [DllImport(Library)] public static extern void cchc_bytes_free(IntPtr bytes);
    [DllImport(Library)] public static extern int cchc_calendar_builtin(byte[] id, UIntPtr idSize, out Calendar calendar,
                                                                        ref CchcError error);
    [DllImport(Library)] public static extern void cchc_calendar_free(IntPtr calendar);
    [DllImport(Library)] public static extern int cchc_rule_builtin(byte[] id, UIntPtr idSize, out Rule rule,
                                                                    ref CchcError error);
    [DllImport(Library)] public static extern void cchc_rule_free(IntPtr rule);
    [DllImport(Library)] public static extern int cchc_due_compute(Calendar calendar, Rule rule, long[] received,
                                                                   long[] limitMilli, UIntPtr count, [Out] long[] dueAt,
                                                                   [Out] int[] dueDay, [Out] byte[] rowStatus,
                                                                   out UIntPtr failed, ref CchcError error);
    [DllImport(Library)] public static extern int cchc_statistics_create(byte[] query, UIntPtr querySize,
                                                                         out Statistics statistics, ref CchcError error);
    [DllImport(Library)] public static extern int cchc_statistics_add_csv(Statistics statistics, byte[] block,
                                                                          UIntPtr blockSize, ref CchcError error);
    [DllImport(Library)] public static extern int cchc_statistics_finish_csv(Statistics statistics, out Bytes report,
                                                                             ref CchcError error);
    [DllImport(Library)] public static extern int cchc_statistics_result_csv(Statistics statistics, int grouping,
                                                                             out Bytes csv, ref CchcError error);
    [DllImport(Library)] public static extern void cchc_statistics_free(IntPtr statistics);
    [DllImport(Library)] public static extern int cchc_criteria_builtin(byte[] id, UIntPtr idSize, out Criteria criteria,
                                                                        ref CchcError error);
    [DllImport(Library)] public static extern int cchc_criteria_leaf_count(Criteria criteria, out UIntPtr count,
                                                                           ref CchcError error);
    [DllImport(Library)] public static extern int cchc_score_matrix(Criteria criteria, IntPtr columns, UIntPtr columnCount,
                                                                    UIntPtr units, int[] kinds, byte[] constants,
                                                                    UIntPtr constantsSize, int places, UIntPtr leafCount,
                                                                    [Out] long[] points, [Out] byte[] state,
                                                                    [Out] long[] total, [Out] long[] index,
                                                                    [Out] int[] band, ref CchcError error);
    [DllImport(Library)] public static extern void cchc_criteria_free(IntPtr criteria);
}

static class ThreeCalls {
    const string Query =
        "{\"format\": \"cchc.query/1\", \"from\": \"2020-01-01\", \"to\": \"2020-03-01\", \"by\": [[\"agency\"]]}";

    const string Dossiers = @"id,agency,received,limit,unit,completed
H-1,Tân Liên,2020-01-16T09:00,15,working_day,2020-02-10T10:00
H-2,Tân Liên,2020-01-16T09:00,15,working_day,2020-02-12T16:30
H-3,Tân Liên,2020-01-16T09:00,15,working_day,2020-02-13T08:00
H-4,Tân Liên,2020-01-16T10:20,15,working_day,2020-02-13T15:00
H-5,Tân Liên,2020-01-16T15:40,15,working_day,2020-02-13T16:59
H-6,Tân Liên,2020-01-16T16:10,15,working_day,2020-02-14T08:00
";

    const string Set = "vn.nd-307-2025.xa";
    static readonly string[] Classes = {"I", "II", "III"}; // "bands" of cchc_criteria_description_json()

    /* Decimals are texts, because numbers are exact. */
    const string Facts = @"{""format"": ""cchc.facts/1"", ""unit"": ""Tân Liên"", ""kind"": ""xa"", ""facts"": {
 ""population"": 21500, ""population.standard"": 16000, ""population.ethnic_minority_rate"": ""33.3"",
 ""area.natural"": ""42.37"", ""area.standard"": 30,
 ""unit.mountain"": false, ""unit.land_border"": false, ""unit.safe_zone"": false,
 ""budget.self_balanced"": false, ""budget.own_revenue_rate"": ""57.3"", ""economy.non_agricultural_rate"": ""58.4"",
 ""labour.non_agricultural_rate"": ""61.2"", ""poverty.rate"": ""3.85"", ""water.clean_rate"": ""77.7"",
 ""dossiers.full_online_rate"": ""63.15"", ""province.mean.full_online_rate"": ""61.9"",
 ""documents.signed_sent_rate"": ""82.6"", ""heritage.recognised"": true, ""role.strategic"": false,
 ""role.cluster_centre"": false, ""role.specialised_centre"": false, ""role.general_centre"": false}}";

    static CchcError NewError() {
        return new CchcError {StructSize = (uint)Marshal.SizeOf(typeof(CchcError)), Row = -1, ByteOffset = -1,
                              Message = new byte[232]};
    }

    /* Every call goes through here: a status that is not 0 becomes an exception. */
    static void Check(int status, CchcError error) {
        if (status == 0) return;
        int length = Array.IndexOf(error.Message, (byte)0);
        throw new CchcException(Marshal.PtrToStringAnsi(Native.cchc_status_name(status)),
                                Encoding.UTF8.GetString(error.Message, 0, length), error.ByteOffset);
    }

    static byte[] Utf8(string text) { return Encoding.UTF8.GetBytes(text); }
    static UIntPtr Size(byte[] text) { return (UIntPtr)text.Length; }

    /* The text that a handle of bytes shows. It is copied, because the view goes with the handle. */
    static string Text(Bytes bytes) {
        IntPtr data;
        UIntPtr size;
        CchcError error = NewError();
        Check(Native.cchc_bytes_view(bytes, out data, out size, ref error), error);
        byte[] copy = new byte[(int)size];
        Marshal.Copy(data, copy, 0, copy.Length);
        return Encoding.UTF8.GetString(copy);
    }

    /* An instant is seconds of wall time in Viet Nam, as if the clock on the wall were UTC. */
    static readonly DateTime Epoch = new DateTime(1970, 1, 1);

    static DateTime Due(DateTime received, int workingDays) {
        CchcError error = NewError();
        Calendar calendar;
        Rule rule;
        byte[] vn = Utf8("vn"), counting = Utf8("working-days");
        Check(Native.cchc_calendar_builtin(vn, Size(vn), out calendar, ref error), error);
        using (calendar) {
            Check(Native.cchc_rule_builtin(counting, Size(counting), out rule, ref error), error);
            using (rule) {
                // Columns: with more rows, one call judges them all.
                long[] at = {(long)(received - Epoch).TotalSeconds}, limit = {1000L * workingDays}, due = new long[1];
                UIntPtr failed;
                Check(Native.cchc_due_compute(calendar, rule, at, limit, (UIntPtr)1, due, null, null, out failed, ref error),
                      error);
                if (failed != UIntPtr.Zero) throw new ArgumentException("cannot be judged: give rowStatus to learn why");
                return Epoch.AddSeconds(due[0]);
            }
        }
    }

    /* The counts of the first group, by caption. As JSON they are richer, see cchc_statistics_result_json(). */
    static Dictionary<string, string> Counts(string question, string csv) {
        CchcError error = NewError();
        Statistics statistics;
        Bytes report, table;
        byte[] query = Utf8(question), block = Utf8(csv);
        Check(Native.cchc_statistics_create(query, Size(query), out statistics, ref error), error);
        using (statistics) {
            // A large file goes in block by block, cut anywhere.
            Check(Native.cchc_statistics_add_csv(statistics, block, Size(block), ref error), error);
            Check(Native.cchc_statistics_finish_csv(statistics, out report, ref error), error);
            using (report) {
                if (!Text(report).Contains("\"bad_rows\":0,")) throw new FormatException(Text(report));
            }
            Check(Native.cchc_statistics_result_csv(statistics, 0, out table, ref error), error);
            using (table) {
                string[] lines = Text(table).Replace("\r", "").Split('\n');
                string[] captions = lines[0].Split(','), values = lines[1].Split(',');
                var counts = new Dictionary<string, string>();
                for (int i = 0; i < captions.Length; ++i) counts[captions[i]] = values[i];
                return counts;
            }
        }
    }

    /* Points in hundredths and the index of the class of one unit. The columns are empty here: all facts come as JSON. The card
     * with every criterion and its reason is JSON, from cchc_score(). */
    static void Score(string facts, out long points, out int band) {
        CchcError error = NewError();
        Criteria criteria;
        UIntPtr leaves;
        byte[] id = Utf8(Set), given = Utf8(facts);
        Check(Native.cchc_criteria_builtin(id, Size(id), out criteria, ref error), error);
        using (criteria) {
            long[] total = new long[1];
            int[] bands = new int[1];
            Check(Native.cchc_criteria_leaf_count(criteria, out leaves, ref error), error);
            Check(Native.cchc_score_matrix(criteria, IntPtr.Zero, UIntPtr.Zero, (UIntPtr)1, null, given, Size(given), 2, leaves,
                                           null, null, total, null, bands, ref error), error);
            if (bands[0] < 0) throw new ArgumentException("facts are missing: cchc_score() says which");
            points = total[0];
            band = bands[0];
        }
    }

    static void Main() {
        DateTime due = Due(new DateTime(2020, 1, 16, 9, 0, 0), 15);
        Console.WriteLine("due " + due.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture));

        Dictionary<string, string> counts = Counts(Query, Dossiers);
        Console.WriteLine("early {0}, on time {1}, overdue {2}", counts["resolved.early"], counts["resolved.on_time"],
                          counts["resolved.overdue"]);

        long points;
        int band;
        Score(Facts, out points, out band);
        Console.WriteLine("points " + (points / 100m).ToString(CultureInfo.InvariantCulture));
        Console.WriteLine("class " + Classes[band]);

        try {
            Counts(Query.Substring(0, 28), Dossiers); // a query that was cut off
        } catch (CchcException refused) {
            Console.WriteLine("refused: {0} at byte {1}: {2}", refused.Status, refused.ByteOffset, refused.Message);
        }
    }
}
