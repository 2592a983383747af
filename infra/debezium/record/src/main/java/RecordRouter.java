import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.debezium.data.Envelope;
import io.debezium.data.Uuid;
import io.debezium.transforms.outbox.EventRouter;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.header.Header;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.storage.StringConverter;

/**
 * Asks Debezium's router, configured as our connector configures it, what it makes of rows of the outbox,
 * and writes down what a worker of Kafka Connect would send: after the converters, header by header.
 */
public class RecordRouter {
    private static final ObjectMapper json =
            new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final StringConverter text = new StringConverter();
    private static final Schema row = rowSchema();
    private static final Schema origin = SchemaBuilder.struct().optional()
            .field("db", Schema.STRING_SCHEMA).field("table", Schema.STRING_SCHEMA).build();
    private static final Envelope envelope = Envelope.defineSchema()
            .withName("outbox.public.outbox.Envelope").withRecord(row).withSource(origin).build();

    public static void main(String[] arguments) throws Exception {
        JsonNode connector = json.readTree(new File(arguments[0])).get("config");
        JsonNode rows = json.readTree(new File(arguments[1]));
        text.configure(Map.of("converter.encoding", "UTF-8"), false);
        ArrayNode records = json.createArrayNode();
        try (EventRouter<SourceRecord> router = new EventRouter<>()) {
            router.configure(settingsOf(connector));
            for (JsonNode each : rows) records.add(asSent(router.apply(inserted(each))));
        }
        json.writeValue(new File(arguments[2]), records);
    }

    private static Map<String, String> settingsOf(JsonNode connector) {
        String prefix = "transforms.outbox.";
        Map<String, String> settings = new TreeMap<>();
        for (var each : connector.properties()) {
            String name = each.getKey();
            if (name.startsWith(prefix) && !name.equals(prefix + "type"))
                settings.put(name.substring(prefix.length()), each.getValue().asText());
        }
        return settings;
    }

    /** The columns as the connector for PostgreSQL reads them. */
    private static Schema rowSchema() {
        SchemaBuilder columns = SchemaBuilder.struct().name("outbox.public.outbox.Value").optional()
                .field("seq", Schema.INT64_SCHEMA)
                .field("id", Uuid.schema());
        for (String column : new String[] {"aggregatetype", "aggregateid", "ce_sequence", "epoch", "type"})
            columns.field(column, Schema.STRING_SCHEMA);
        columns.field("payload", Schema.OPTIONAL_STRING_SCHEMA);
        for (String column : new String[] {"specversion", "source", "subject", "occurred_at", "recorded_time", "dataschema", "content_type"})
            columns.field(column, Schema.STRING_SCHEMA);
        return columns.field("region", Schema.OPTIONAL_STRING_SCHEMA).build();
    }

    /** The change event of a row that was put into the outbox. */
    private static SourceRecord inserted(JsonNode given) {
        Struct after = new Struct(row);
        for (var each : given.properties()) {
            JsonNode value = each.getValue();
            boolean number = each.getKey().equals("seq");
            after.put(each.getKey(), number ? (Object) value.asLong() : value.textValue());
        }
        Struct source = new Struct(origin).put("db", "training").put("table", "outbox");
        Struct change = envelope.create(after, source, Instant.parse(given.get("recorded_time").asText()));
        Schema keySchema = SchemaBuilder.struct().field("seq", Schema.INT64_SCHEMA).build();
        Struct key = new Struct(keySchema).put("seq", given.get("seq").asLong());
        return new SourceRecord(
                Map.of(), Map.of(), "outbox.public.outbox", keySchema, key, envelope.schema(), change);
    }

    private static ObjectNode asSent(SourceRecord record) {
        ObjectNode sent = json.createObjectNode();
        sent.put("topic", record.topic());
        sent.put("key", read(text.fromConnectData(record.topic(), record.keySchema(), record.key())));
        sent.put("value", read(text.fromConnectData(record.topic(), record.valueSchema(), record.value())));
        ArrayNode headers = sent.putArray("headers");
        for (Header header : record.headers()) {
            byte[] value = text.fromConnectHeader(record.topic(), header.key(), header.schema(), header.value());
            headers.addArray().add(header.key()).add(read(value));
        }
        return sent;
    }

    private static String read(byte[] bytes) {
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }
}
