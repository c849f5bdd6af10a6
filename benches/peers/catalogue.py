#!/usr/bin/env python3
"""Lays a made-up catalogue out for Hugo: catalogue.py CONTENT SITE

CONTENT is what the example `synth` writes. Products, producers, points of sale and documents become pages with the same
facts and texts, in Vietnamese and in English; districts, stars and groups become taxonomies with lists of 60.
"""

import json
import pathlib
import shutil
import sys

import yaml

HERE = pathlib.Path(__file__).resolve().parent
KINDS = {"products": "san-pham", "producers": "chu-the", "points-of-sale": "diem-ban"}
LANGS = ("vi", "en")
Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def split(path):
    head, _, body = path.read_text(encoding="utf-8").removeprefix("---\n").partition("\n---\n")
    return yaml.load(head, Loader), body


def text(value, lang):
    if isinstance(value, dict):
        return value.get(lang) or value.get("vi") or ""
    return value or ""


def several(value):
    return value if isinstance(value, list) else [value] if value else []


def read(content):
    """Entries by kind and id, with the English text laid over."""
    found = {kind: {} for kind in KINDS}
    for kind in KINDS:
        for path in sorted((content / kind).glob("*/index.md")):
            fields, body = split(path)
            english, english_body = {}, body
            other = path.with_name("index.en.md")
            if other.exists():
                english, english_body = split(other) if other.read_text().startswith("---") else ({}, other.read_text())
            found[kind][path.parent.name] = {"vi": (fields, body), "en": ({**fields, **(english or {})}, english_body)}
    return found


def districts(content):
    names, of = {}, {}
    for path in sorted((content / "places").glob("*.yaml")):
        file = yaml.load(path.read_text(encoding="utf-8"), Loader)
        province = file["province"]["id"]
        for unit in file.get("districts", []):
            names[f"{province}/{unit['id']}"] = unit["name"]
        for unit in file.get("former", []) + file.get("former_communes", []):
            of[f"{province}/{unit['id']}"] = (f"{province}/{unit.get('district')}", unit["name"])
    return names, of


def recognition(fields):
    stars = [event for event in fields.get("recognitions", []) if event.get("stars")]
    return stars[-1] if stars else {}


def params(kind, fields, lang, all_entries, names, units):
    """What the templates print."""
    place = fields.get("place") or {}
    if kind == "products" and not place:
        maker = all_entries["producers"].get(fields.get("producer"))
        place = (maker[lang][0].get("place") if maker else None) or {}
    district, commune = units.get(place.get("unit"), (None, None))
    out = {
        "title": text(fields["name"], lang),
        "description": text(fields.get("summary"), lang),
        "place": text(commune, lang),
        "district_name": text(names.get(district), lang),
        "facts": [{"text": text(f["text"], lang), "sources": several(f.get("source"))} for f in fields.get("facts", [])],
        "sources": several(fields.get("sources")),
        "contacts": [{k: str(v) for k, v in c.items() if k in ("phone", "email", "zalo")} for c in fields.get("contacts", [])],
    }
    if district:
        out["huyen"] = [district.replace("/", "-")]
    if kind == "products":
        award = recognition(fields)
        decision = award.get("decision") or {}
        out |= {
            "producer": fields.get("producer"),
            "nhom": [fields["category"]["group"]],
            "stars": award.get("stars", 0),
            "awarded": str(award.get("date") or award.get("as_of") or ""),
            "decision": str(decision.get("number", "")),
            "code": fields.get("code", ""),
            "prices": [
                {"amount": p["amount"], "unit": text(p["unit"], lang), "date": str(p["date"]), "sources": several(p.get("source"))}
                for p in fields.get("prices", [])
            ],
            "papers": [{"kind": p["kind"], "number": str(p.get("number", "")), "date": str(p.get("date", ""))} for p in fields.get("papers", [])],
            "season": (fields.get("season") or {}).get("months", []),
            "buying": {k: text(v, lang) for k, v in (fields.get("buying") or {}).items() if isinstance(v, (str, dict))},
        }
        if award.get("stars"):
            out["sao"] = [str(award["stars"])]
    return out


def relations(entries):
    """By id: a producer's products, a product's outlets, and six neighbours of its group, so that no template searches."""
    made, sold, near, groups = {}, {}, {}, {}
    for slug, entry in entries["products"].items():
        made.setdefault(entry["vi"][0].get("producer"), []).append(slug)
        groups.setdefault(entry["vi"][0]["category"]["group"], []).append(slug)
    for slug, entry in entries["points-of-sale"].items():
        for product in (entry["vi"][0].get("stocks") or {}).get("products", []):
            sold.setdefault(product, []).append(slug)
    for members in groups.values():
        for at, slug in enumerate(members):
            near[slug] = [members[(at + step) % len(members)] for step in range(1, min(7, len(members)))]
    return made, sold, near


def main(content, site):
    shutil.rmtree(site, ignore_errors=True)
    shutil.copytree(HERE / "hugo", site)
    style = HERE.parent.parent / "themes/default/styles/site.css"
    (site / "assets").mkdir()
    shutil.copy(style, site / "assets/site.css")
    entries = read(content)
    names, units = districts(content)
    made, sold, near = relations(entries)
    pages = 0
    for kind, section in KINDS.items():
        for lang in LANGS:
            (site / "content" / lang / section).mkdir(parents=True, exist_ok=True)
        for slug, entry in entries[kind].items():
            for lang in LANGS:
                fields, body = entry[lang]
                front = params(kind, fields, lang, entries, names, units)
                front |= {"made": made.get(slug, [])[:60], "sold": sold.get(slug, [])[:60], "near": near.get(slug, [])}
                page = json.dumps(front, ensure_ascii=False) + "\n\n" + body
                (site / "content" / lang / section / f"{slug}.md").write_text(page, encoding="utf-8")
                pages += 1
    for path in sorted((content / "sources").glob("*.yaml")):
        document = yaml.load(path.read_text(encoding="utf-8"), Loader)
        for lang in LANGS:
            folder = site / "content" / lang / "nguon"
            folder.mkdir(parents=True, exist_ok=True)
            front = {"title": text(document["title"], lang), "publisher": text(document["publisher"], lang), "grade": document["grade"]}
            (folder / f"{path.stem}.md").write_text(json.dumps(front, ensure_ascii=False) + "\n", encoding="utf-8")
            pages += 1
    print(pages, "pages laid out")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))
