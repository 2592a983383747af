"""Follows the feed and prints each event once it is safely behind. Python 3.9, nothing to install:
FEED_URL=… TOKEN_URL=… CLIENT_ID=… CLIENT_SECRET=… python3 follow_feed.py
"""
import json
import os
import re
import time
import urllib.error
import urllib.parse
import urllib.request

FEED_URL, TOKEN_URL = os.environ["FEED_URL"], os.environ["TOKEN_URL"]
PLACE_FILE = os.environ.get("PLACE_FILE", "place.txt")
START = "/events?limit=500&timeout=20000"
token = {"value": "", "until": 0.0}


def bearer():
    if time.time() < token["until"]:
        return token["value"]
    form = urllib.parse.urlencode({
        "grant_type": "client_credentials",
        "client_id": os.environ["CLIENT_ID"],
        "client_secret": os.environ["CLIENT_SECRET"],
    }).encode()
    with urllib.request.urlopen(TOKEN_URL, form, timeout=10) as answer:
        given = json.load(answer)
    token.update(value=given["access_token"], until=time.time() + given["expires_in"] - 30)
    return token["value"]


def take(event):
    """Doing it twice must be harmless: after a crash the last page comes again."""
    print(event["id"], event["type"], event["subject"], flush=True)


def keep_place(place):
    """The new place replaces the old one at once, or not at all."""
    with open(PLACE_FILE + ".new", "w") as file:
        file.write(place)
    os.replace(PLACE_FILE + ".new", PLACE_FILE)


def step(place):
    request = urllib.request.Request(
        urllib.parse.urljoin(FEED_URL, place), headers={"Authorization": "Bearer " + bearer()})
    with urllib.request.urlopen(request, timeout=60) as answer:
        for event in json.load(answer):
            take(event)
        place = re.search('<([^>]+)>; rel="next"', answer.headers["Link"]).group(1)
    keep_place(place)
    return place


def read_place():
    try:
        with open(PLACE_FILE) as file:
            return file.read()
    except FileNotFoundError:
        return START


place = read_place()
while True:
    try:
        place = step(place)
    except urllib.error.HTTPError as refused:
        if refused.code == 401:
            token["until"] = 0
        elif refused.code != 429 and refused.code < 500:
            # 410: what follows is no longer kept. Somebody has to decide where to begin again.
            raise SystemExit(refused.read().decode())
        time.sleep(float(refused.headers.get("Retry-After", 1)))
    except OSError:
        time.sleep(2)  # The line is down; the place is not lost.
