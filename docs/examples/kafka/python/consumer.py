"""Follows topics of Jejaring: pip install -r requirements.txt && python consumer.py"""

import os
import signal
import sys
from pathlib import Path

from confluent_kafka import Consumer, KafkaException


class Journal:
    """How far each key was followed, and what was done. Keep both in one database with your effects."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.ids: set[str] = set()
        self.positions: dict[str, tuple[int, int]] = {}
        if file.exists():
            for line in file.read_text().splitlines():
                event_id, key, epoch, sequence, _ = line.split("\t")
                self.remember(event_id, key, int(epoch), int(sequence))

    def judge(self, event_id: str, key: str, epoch: int, sequence: int) -> str:
        if event_id in self.ids:
            return "double"
        last = self.positions.get(key)
        # Heard for the first time, or the service was restored from a backup: take it as it is.
        if last is None or epoch > last[0]:
            return "next"
        if (epoch, sequence) <= last:
            return "double"
        return "next" if sequence == last[1] + 1 else "gap"

    def apply(self, event_id: str, key: str, epoch: int, sequence: int, event_type: str) -> None:
        """The effect and the position are one write: after a crash neither is without the other."""
        with self.file.open("a") as journal:
            journal.write(f"{event_id}\t{key}\t{epoch}\t{sequence}\t{event_type}\n")
            journal.flush()
            os.fsync(journal.fileno())
        self.remember(event_id, key, epoch, sequence)

    def remember(self, event_id: str, key: str, epoch: int, sequence: int) -> None:
        self.ids.add(event_id)
        self.positions[key] = (epoch, sequence)


def take(message, journal: Journal) -> None:
    headers = {name: value.decode() for name, value in message.headers()}
    event_id, event_type = headers["ce_id"], headers["ce_type"]
    key = message.key().decode()
    epoch, sequence = int(headers["ce_epoch"]), int(headers["ce_sequence"])
    verdict = journal.judge(event_id, key, epoch, sequence)
    if verdict == "gap":
        # Take the state of the key from the snapshot topic; see docs/subscribe-kafka.md.
        print(f"gap before {key} {sequence}", file=sys.stderr)
    if verdict != "double":
        journal.apply(event_id, key, epoch, sequence, event_type)


def main() -> None:
    journal = Journal(Path(os.environ["JOURNAL"]))
    consumer = Consumer(
        {
            "bootstrap.servers": os.environ["KAFKA_BROKERS"],
            "security.protocol": "SASL_SSL",
            "ssl.ca.location": os.environ["KAFKA_CA_FILE"],
            "sasl.mechanism": "SCRAM-SHA-512",
            "sasl.username": os.environ["KAFKA_USERNAME"],
            "sasl.password": Path(os.environ["KAFKA_PASSWORD_FILE"]).read_text().strip(),
            "group.id": os.environ["KAFKA_GROUP"],
            "auto.offset.reset": "earliest",
            # An offset is committed after its effect, never before: what is lost in between comes again.
            "enable.auto.commit": False,
        }
    )
    stopping: list[int] = []
    for each in (signal.SIGTERM, signal.SIGINT):
        signal.signal(each, lambda number, _: stopping.append(number))
    consumer.subscribe(os.environ["KAFKA_TOPICS"].split(","))
    try:
        while not stopping:
            message = consumer.poll(1.0)
            if message is None:
                continue
            if message.error():
                raise KafkaException(message.error())
            take(message, journal)
            consumer.commit(message=message, asynchronous=False)
    finally:
        consumer.close()


if __name__ == "__main__":
    main()
