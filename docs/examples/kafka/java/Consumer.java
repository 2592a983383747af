// Follows topics of Jejaring. Java 17 runs it as it is:
//   mvn -q dependency:copy-dependencies -DoutputDirectory=libs && java -cp "libs/*" Consumer.java
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.WakeupException;

public class Consumer {
  record Position(long epoch, long sequence) {}

  record Event(String id, String type, String key, Position at, String data) {
    static Event of(ConsumerRecord<String, String> record) {
      return new Event(header(record, "ce_id"), header(record, "ce_type"), record.key(),
          new Position(Long.parseLong(header(record, "ce_epoch")), Long.parseLong(header(record, "ce_sequence"))),
          record.value());
    }

    private static String header(ConsumerRecord<String, String> record, String name) {
      return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
  }

  enum Verdict { NEXT, DOUBLE, GAP }

  /** How far each key was followed, and what was done. Keep both in one database with your effects. */
  static class Journal {
    private final Path file;
    private final Set<String> ids = new HashSet<>();
    private final Map<String, Position> positions = new HashMap<>();

    Journal(Path file) throws IOException {
      this.file = file;
      if (!Files.exists(file)) return;
      for (String line : Files.readAllLines(file)) {
        String[] parts = line.split("\t");
        remember(parts[0], parts[1], new Position(Long.parseLong(parts[2]), Long.parseLong(parts[3])));
      }
    }

    Verdict judge(Event event) {
      if (ids.contains(event.id())) return Verdict.DOUBLE;
      Position last = positions.get(event.key());
      // Heard for the first time, or the service was restored from a backup: take it as it is.
      if (last == null || event.at().epoch() > last.epoch()) return Verdict.NEXT;
      if (event.at().epoch() < last.epoch() || event.at().sequence() <= last.sequence()) return Verdict.DOUBLE;
      return event.at().sequence() == last.sequence() + 1 ? Verdict.NEXT : Verdict.GAP;
    }

    /** The effect and the position are one write: after a crash neither is without the other. */
    void apply(Event event) throws IOException {
      String line = String.join("\t", event.id(), event.key(), String.valueOf(event.at().epoch()),
          String.valueOf(event.at().sequence()), event.type()) + "\n";
      Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND, StandardOpenOption.SYNC);
      remember(event.id(), event.key(), event.at());
    }

    private void remember(String id, String key, Position at) {
      ids.add(id);
      positions.put(key, at);
    }
  }

  static String variable(String name) {
    String value = System.getenv(name);
    if (value == null) throw new IllegalStateException(name + " is not set.");
    return value;
  }

  static Properties settings() throws IOException {
    String password = Files.readString(Path.of(variable("KAFKA_PASSWORD_FILE"))).strip();
    Properties settings = new Properties();
    settings.put("bootstrap.servers", variable("KAFKA_BROKERS"));
    settings.put("security.protocol", "SASL_SSL");
    settings.put("ssl.truststore.type", "PEM");
    settings.put("ssl.truststore.location", variable("KAFKA_CA_FILE"));
    settings.put("sasl.mechanism", "SCRAM-SHA-512");
    settings.put("sasl.jaas.config", String.format(
        "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";",
        variable("KAFKA_USERNAME"), password));
    settings.put("group.id", variable("KAFKA_GROUP"));
    settings.put("auto.offset.reset", "earliest");
    // An offset is committed after its effect, never before: what is lost in between comes again.
    settings.put("enable.auto.commit", "false");
    settings.put("key.deserializer", "org.apache.kafka.common.serialization.StringDeserializer");
    settings.put("value.deserializer", "org.apache.kafka.common.serialization.StringDeserializer");
    return settings;
  }

  public static void main(String[] args) throws Exception {
    Journal journal = new Journal(Path.of(variable("JOURNAL")));
    try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(settings())) {
      Thread main = Thread.currentThread();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> {
        consumer.wakeup();
        try {
          main.join();
        } catch (InterruptedException ignored) {
          // The process ends anyhow.
        }
      }));
      consumer.subscribe(List.of(variable("KAFKA_TOPICS").split(",")));
      while (true) {
        for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofSeconds(1))) {
          Event event = Event.of(record);
          Verdict verdict = journal.judge(event);
          // After a gap, take the state of the key from the snapshot topic; see docs/subscribe-kafka.md.
          if (verdict == Verdict.GAP) System.err.println("gap before " + event.key() + " " + event.at().sequence());
          if (verdict != Verdict.DOUBLE) journal.apply(event);
        }
        consumer.commitSync();
      }
    } catch (WakeupException stopped) {
      // Asked to end: the group was left as the consumer was closed.
    }
  }
}
