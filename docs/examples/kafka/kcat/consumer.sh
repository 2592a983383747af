#!/usr/bin/env bash
# Follows topics of Jejaring with kcat, which must be linked with librdkafka 2.6.1 or newer (kcat -V): older
# ones sign in wrongly, and Kafka 4 refuses them. kcat -G commits what it has printed, whether or not anybody
# did something with it; so this reads partitions by itself and keeps its place.
set -euo pipefail

touch "$JOURNAL"
places="$JOURNAL.places"
touch "$places"
# A file of its own: on the command line the password would be seen by everybody on this machine.
settings=$(mktemp)
trap 'rm -f "$settings"' EXIT
trap 'exit 0' INT TERM
cat >"$settings" <<END
bootstrap.servers=$KAFKA_BROKERS
security.protocol=SASL_SSL
ssl.ca.location=$KAFKA_CA_FILE
sasl.mechanisms=SCRAM-SHA-512
sasl.username=$KAFKA_USERNAME
sasl.password=$(cat "$KAFKA_PASSWORD_FILE")
END

# One line per record: what is known already is left out, a gap is said, the rest is the effect.
judge() {
  awk -F'\t' -v journal="$JOURNAL" '
    function header(name,   at) {
      at = match($2, "(^|,)" name "=[^,]*")
      return at ? substr($2, RSTART + (substr($2, at, 1) == ",") + length(name) + 1, RLENGTH - (substr($2, at, 1) == ",") - length(name) - 1) : ""
    }
    BEGIN {
      while ((getline line < journal) > 0) {
        split(line, part, "\t"); ids[part[1]] = 1; epochs[part[2]] = part[3] + 0; sequences[part[2]] = part[4] + 0
      }
    }
    {
      id = header("ce_id"); epoch = header("ce_epoch") + 0; sequence = header("ce_sequence") + 0
      if (id in ids) next
      if ($1 in epochs && (epoch < epochs[$1] || (epoch == epochs[$1] && sequence <= sequences[$1]))) next
      # After a gap, take the state of the key from the snapshot topic; see docs/subscribe-kafka.md.
      if ($1 in epochs && epoch == epochs[$1] && sequence > sequences[$1] + 1)
        print "gap before " $1 " " sequence > "/dev/stderr"
      ids[id] = 1; epochs[$1] = epoch; sequences[$1] = sequence
      print id "\t" $1 "\t" epoch "\t" sequence "\t" header("ce_type")
    }'
}

# The place is moved after the effect is written, never before: what is lost in between comes again.
follow() {
  local topic=$1 partition=$2 place records last
  place=$(awk -v topic="$topic" -v partition="$partition" \
    '$1 == topic && $2 == partition { place = $3 } END { print place == "" ? "beginning" : place }' "$places")
  records=$(kcat -C -F "$settings" -q -e -t "$topic" -p "$partition" -o "$place" -f '%k\t%h\t%o\n')
  if [ -z "$records" ]; then return; fi
  judge <<<"$records" >>"$JOURNAL"
  sync "$JOURNAL"
  last=$(tail -n 1 <<<"$records" | cut -f 3)
  echo "$topic $partition $((last + 1))" >>"$places"
}

IFS=, read -r -a topics <<<"$KAFKA_TOPICS"
while true; do
  for topic in "${topics[@]}"; do
    partitions=$(kcat -L -F "$settings" -t "$topic" | grep -c '^ *partition ')
    for ((partition = 0; partition < partitions; partition++)); do follow "$topic" "$partition"; done
  done
  sleep 1
done
