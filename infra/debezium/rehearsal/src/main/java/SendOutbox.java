import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.debezium.embedded.Connect;
import io.debezium.engine.DebeziumEngine;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.util.Properties;
import org.apache.kafka.connect.source.SourceRecord;

/**
 * Runs the connector of a file, with the settings behind it changed, and prints each record of an event that
 * it would send as a line of JSON.
 */
public class SendOutbox {
    private static final ObjectMapper json = new ObjectMapper();
    // Not System.out: what libraries print there must not get between the lines.
    private static final PrintStream lines =
            new PrintStream(new FileOutputStream(FileDescriptor.out), true);

    public static void main(String[] arguments) throws Exception {
        Properties settings = new Properties();
        for (var each : json.readTree(new File(arguments[0])).get("config").properties())
            settings.setProperty(each.getKey(), each.getValue().asText());
        for (int at = 1; at < arguments.length; at++) {
            String[] pair = arguments[at].split("=", 2);
            settings.setProperty(pair[0], pair[1]);
        }
        // The engine converts nothing here: the records are looked at as the router left them.
        for (String part : new String[] {"key", "value", "header"}) settings.remove(part + ".converter");
        settings.setProperty("name", "rehearsal");
        var engine = DebeziumEngine.create(Connect.class).using(settings)
                .notifying(event -> print(event.value()))
                .using((success, message, error) -> { if (!success) System.err.println(message); })
                .build();
        engine.run();
    }

    private static void print(SourceRecord record) {
        // A heartbeat is no event and passes the router as it is.
        if (!(record.value() instanceof String)) return;
        ObjectNode line = json.createObjectNode();
        line.put("key", (String) record.key());
        record.headers().forEach(header -> line.put(header.key(), (String) header.value()));
        lines.println(line);
    }
}
