import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;

/**
 * Three calls of cchc from Java through JNA: a due date, statistics from a CSV in memory, a score; and an error as a program
 * meets it. All data are made up. Needs Java 17, jna.jar and libcchc.so. (JNA, because the Foreign Function API of Java 17 is an
 * incubator that changed in each release up to 22.)
 *
 * <pre>
 *   javac -encoding UTF-8 -cp /usr/share/java/jna.jar Cchc.java ThreeCalls.java
 *   java -cp /usr/share/java/jna.jar:. -Djna.library.path=/where/libcchc.so/is ThreeCalls
 * </pre>
 */
final class ThreeCalls {
    private static final Cchc API = Cchc.API;

    private static final String QUERY = """
        {"format": "cchc.query/1", "from": "2020-01-01", "to": "2020-03-01", "by": [["agency"]]}""";

    private static final String DOSSIERS = """
        id,agency,received,limit,unit,completed
        H-1,Tân Liên,2020-01-16T09:00,15,working_day,2020-02-10T10:00
        H-2,Tân Liên,2020-01-16T09:00,15,working_day,2020-02-12T16:30
        H-3,Tân Liên,2020-01-16T09:00,15,working_day,2020-02-13T08:00
        H-4,Tân Liên,2020-01-16T10:20,15,working_day,2020-02-13T15:00
        H-5,Tân Liên,2020-01-16T15:40,15,working_day,2020-02-13T16:59
        H-6,Tân Liên,2020-01-16T16:10,15,working_day,2020-02-14T08:00
        """;

    private static final String SET = "vn.nd-307-2025.xa";
    private static final String[] CLASSES = {"I", "II", "III"}; // "bands" of cchc_criteria_description_json()

    /** Decimals are texts, because numbers are exact. */
    private static final String FACTS = """
        {"format": "cchc.facts/1", "unit": "Tân Liên", "kind": "xa", "facts": {
         "population": 21500, "population.standard": 16000, "population.ethnic_minority_rate": "33.3",
         "area.natural": "42.37", "area.standard": 30,
         "unit.mountain": false, "unit.land_border": false, "unit.safe_zone": false,
         "budget.self_balanced": false, "budget.own_revenue_rate": "57.3", "economy.non_agricultural_rate": "58.4",
         "labour.non_agricultural_rate": "61.2", "poverty.rate": "3.85", "water.clean_rate": "77.7",
         "dossiers.full_online_rate": "63.15", "province.mean.full_online_rate": "61.9",
         "documents.signed_sent_rate": "82.6", "heritage.recognised": true, "role.strategic": false,
         "role.cluster_centre": false, "role.specialised_centre": false, "role.general_centre": false}}""";

    private record Score(BigDecimal points, int band) {}

    private static Cchc.Size size(byte[] text) { return new Cchc.Size(text.length); }

    /** An instant is seconds of wall time in Viet Nam, as if the clock on the wall were UTC. */
    private static LocalDateTime due(LocalDateTime received, int workingDays) {
        byte[] vn = "vn".getBytes(UTF_8);
        byte[] counting = "working-days".getBytes(UTF_8);
        try (var calendar = new Cchc.Handle((out, error) -> API.cchc_calendar_builtin(vn, size(vn), out, error),
                                            API::cchc_calendar_free);
             var rule = new Cchc.Handle((out, error) -> API.cchc_rule_builtin(counting, size(counting), out, error),
                                        API::cchc_rule_free)) {
            // Columns: with more rows, one call judges them all.
            long[] at = {received.toEpochSecond(ZoneOffset.UTC)};
            long[] limit = {1000L * workingDays};
            long[] due = new long[1];
            var failed = new Cchc.Size.Out();
            Cchc.call(error -> API.cchc_due_compute(calendar.pointer(), rule.pointer(), at, limit, new Cchc.Size(1), due, null,
                                                    null, failed, error));
            if (failed.get() != 0) throw new IllegalArgumentException("cannot be judged: give rowStatus to learn why");
            return LocalDateTime.ofEpochSecond(due[0], 0, ZoneOffset.UTC);
        }
    }

    /** The counts of the first group, by caption. As JSON they are richer, see cchc_statistics_result_json(). */
    private static Map<String, String> counts(String question, String csv) {
        byte[] query = question.getBytes(UTF_8);
        byte[] block = csv.getBytes(UTF_8);
        try (var statistics = new Cchc.Handle((out, error) -> API.cchc_statistics_create(query, size(query), out, error),
                                              API::cchc_statistics_free)) {
            // A large file goes in block by block, cut anywhere.
            Cchc.call(error -> API.cchc_statistics_add_csv(statistics.pointer(), block, size(block), error));
            try (var report = new Cchc.Handle((out, error) -> API.cchc_statistics_finish_csv(statistics.pointer(), out, error),
                                              API::cchc_bytes_free)) {
                if (!report.text().contains("\"bad_rows\":0,")) throw new IllegalArgumentException(report.text());
            }
            try (var table = new Cchc.Handle(
                     (out, error) -> API.cchc_statistics_result_csv(statistics.pointer(), 0, out, error),
                     API::cchc_bytes_free)) {
                String[] lines = table.text().split("\r?\n");
                String[] captions = lines[0].split(",");
                String[] values = lines[1].split(",");
                Map<String, String> counts = new HashMap<>();
                for (int i = 0; i < captions.length; ++i) counts.put(captions[i], values[i]);
                return counts;
            }
        }
    }

    /** Of one unit. The columns are empty here: all facts come as JSON. The card with every criterion and its reason is JSON,
     *  from cchc_score(). */
    private static Score score(String facts) {
        byte[] id = SET.getBytes(UTF_8);
        byte[] given = facts.getBytes(UTF_8);
        try (var criteria = new Cchc.Handle((out, error) -> API.cchc_criteria_builtin(id, size(id), out, error),
                                            API::cchc_criteria_free)) {
            var leaves = new Cchc.Size.Out();
            long[] total = new long[1]; // hundredths, by the 2 below
            int[] band = new int[1];
            Cchc.call(error -> API.cchc_criteria_leaf_count(criteria.pointer(), leaves, error));
            Cchc.call(error -> API.cchc_score_matrix(criteria.pointer(), null, new Cchc.Size(0), new Cchc.Size(1), null, given,
                                                     size(given), 2, new Cchc.Size(leaves.get()), null, null, total, null, band,
                                                     error));
            if (band[0] < 0) throw new IllegalArgumentException("facts are missing: cchc_score() says which");
            return new Score(BigDecimal.valueOf(total[0], 2), band[0]);
        }
    }

    public static void main(String[] arguments) {
        var out = new PrintStream(System.out, true, UTF_8);
        var due = due(LocalDateTime.of(2020, 1, 16, 9, 0), 15);
        out.println("due " + due.format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm")));

        var counts = counts(QUERY, DOSSIERS);
        out.printf("early %s, on time %s, overdue %s%n", counts.get("resolved.early"), counts.get("resolved.on_time"),
                   counts.get("resolved.overdue"));

        Score score = score(FACTS);
        out.println("points " + score.points().stripTrailingZeros().toPlainString());
        out.println("class " + CLASSES[score.band()]);

        try {
            counts(QUERY.substring(0, 28), DOSSIERS); // a query that was cut off
        } catch (Cchc.CallException refused) {
            out.printf("refused: %s at byte %d: %s%n", refused.status, refused.byteOffset, refused.getMessage());
        }
    }
}
