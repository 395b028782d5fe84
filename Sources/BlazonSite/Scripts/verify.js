"use strict";
// Reads credentials out of files and checks them by the rules of "blazon verify" (BlazonCredential/Verifying). Files
// stay in the browser: all that is fetched is this site's own keys and lists.
{
  const { base, root, language, words, shapes } = JSON.parse(document.querySelector("script#verify-data").textContent);
  const drop = document.querySelector("section.drop"), verdicts = document.querySelector("div#verdicts");
  const fileLimit = 16 << 20, fileCount = 20, textLimit = 1 << 20, jsonLimit = 262144, listLimit = 2 << 20;

  // Each answer has a key of `words`, what stands in its placeholders, and in English exactly what was found.
  const answer = (said) => (key, detail = "", values = {}) => ({ said, key, detail, values });
  const yes = answer("yes"), no = answer("no"), unknown = answer("unknown");
  const notAsked = unknown("notAsked");
  const alone = (integrity) => ({ integrity, issuer: notAsked, status: notAsked });
  // No Error: a hostile file has them by the million, and each would have its stack written down.
  class Refusal { constructor(message) { this.message = message; } }
  const refuse = (why) => { throw new Refusal(why); };

  // MARK: Values

  const text = (value) => typeof value === "string" ? value : undefined;
  const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
  // JSON-LD lets a list of one stand without brackets.
  const list = (value) => value === undefined ? [] : Array.isArray(value) ? value : [value];
  const latin1 = new TextDecoder("latin1"), utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

  function json(bytes) {
    if (bytes.length > jsonLimit) refuse(`more than ${jsonLimit} bytes of JSON`);
    let source;
    try { JSON.parse(source = utf8.decode(bytes)); } catch { refuse("its JSON is broken"); }
    // The grammar is as it should be; what JSON.parse lets pass beyond that is looked for token by token.
    const open = [];
    let count = 0;
    for (const [token, colon] of source.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?|[{}[\]]|[^\s"{}[\],:]+/g)) {
      if (token === "}" || token === "]") { open.pop(); continue; }
      const string = token[0] === '"' ? JSON.parse(colon ? token.slice(0, -colon.length) : token) : "";
      if (/\p{Cs}/u.test(string)) refuse("half of a surrogate pair");
      if (colon) {
        const names = open[open.length - 1];
        if (names.has(string)) refuse(`the name "${string.slice(0, 60)}" is given twice`);
        names.add(string);
        continue;
      }
      if (open.length >= 64) refuse("nested deeper than 64");
      if (++count > 20000) refuse("more than 20000 values");
      if (token === "{" || token === "[") open.push(new Set());
    }
    // Without a prototype, a member that is not there is found nowhere else.
    return JSON.parse(source, (_, value) => isObject(value) ? Object.assign(Object.create(null), value) : value);
  }

  // One value has one text: padding, blanks and left-over bits are refused.
  function base64(value) {
    const isOne = typeof value === "string" && value.length <= textLimit
      && /^(?:[\w-]{4})*(?:[\w-][AQgw]|[\w-]{2}[AEIMQUYcgkosw048])?$/.test(value);
    if (!isOne) return null;
    return Uint8Array.from(atob(value.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
  }

  // Seconds since 1970 of a date with a time and a zone; null for what is none.
  function moment(value) {
    const form = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:Z|([+-])(\d\d):(\d\d))$/;
    const found = form.exec(text(value) ?? "");
    if (!found) return null;
    const [year, month, day, hour, minute, second] = found.slice(1, 7).map(Number);
    const offset = found[7] ? found[8] * 60 + Number(found[9]) : 0, date = new Date(0);
    date.setUTCFullYear(year, month - 1, day);
    // A day that no calendar has falls into another month.
    if (date.getUTCMonth() !== month - 1 || hour > 23 || minute > 59 || second > 59 || found[9] > 59 || offset > 840)
      return null;
    return date / 1000 + hour * 3600 + minute * 60 + second - (found[7] === "-" ? -offset : offset) * 60;
  }

  const either = (object, a, b) => object?.[a] === undefined ? object?.[b] : object[a];
  const startOf = (credential) => moment(either(credential, "validFrom", "issuanceDate"));
  const endOf = (credential) => moment(either(credential, "validUntil", "expirationDate"));
  const issuerOf = (credential) => text(credential?.issuer?.id) ?? text(credential?.issuer);

  async function read(stream, limit) {
    const reader = stream.getReader(), parts = [];
    for (let size = 0; ;) {
      const { done, value } = await reader.read();
      if (done) return new Uint8Array(await new Blob(parts).arrayBuffer());
      parts.push(value);
      if ((size += value.length) > limit) { await reader.cancel(); refuse(`more than ${limit} bytes`); }
    }
  }

  // Goes in by small pieces, so that what swells comes out by small pieces as well.
  function inflate(bytes, format, limit) {
    let at = 0;
    const source = new ReadableStream({
      pull(controller) {
        if (at < bytes.length) controller.enqueue(bytes.slice(at, at += 1024));
        else controller.close();
      },
    });
    return read(source.pipeThrough(new DecompressionStream(format)), limit);
  }

  // MARK: What is published here

  // The bytes at an address of this site, or the answer that they are not to be had.
  async function download(address) {
    const plain = (url) => url.replace(/^https:\/\/[^/]*/, (host) => host.toLowerCase());
    const home = `${plain(base.replace(/\/+$/, ""))}/`, place = plain(address.split("#")[0]);
    const rest = place.slice(home.length);
    if (!place.startsWith(home) || !rest.split("/").every((part) => /^(?!\.\.?$)[\w.~@+-]+$/.test(part)))
      return { missing: unknown("notOnThisSite", "", { address }) };
    try {
      const response = await fetch(root + rest, { credentials: "omit", redirect: "error", cache: "no-cache" });
      if (!response.ok) refuse(`HTTP ${response.status}`);
      return { bytes: await read(response.body, textLimit) };
    } catch (problem) {
      return { missing: unknown("notAtHand", problem.message, { address }) };
    }
  }

  // Each address is asked for once in a drop.
  function newSite() {
    const asked = new Map();
    return (address) => asked.get(address) ?? asked.set(address, download(address)).get(address);
  }

  // MARK: Keys

  // A key is for one algorithm. One that the browser does not know has no `key`.
  async function imported(alg, format, material, algorithm) {
    try {
      return { alg, algorithm, key: await crypto.subtle.importKey(format, material, algorithm, false, ["verify"]) };
    } catch (problem) { return problem.name === "NotSupportedError" ? { alg } : null; }
  }

  const ed25519 = (x) => x?.length === 32 ? imported("EdDSA", "raw", x, { name: "Ed25519" }) : null;

  async function publicKey(jwk) {
    // A private key that somebody let slip vouches for nothing.
    if (!isObject(jwk) || "d" in jwk) return null;
    const [n, e, x, y] = ["n", "e", "x", "y"].map((name) => base64(jwk[name]));
    if (jwk.kty === "OKP" && jwk.crv === "Ed25519") return ed25519(x);
    if (jwk.kty === "EC" && jwk.crv === "P-256" && x?.length === 32 && y?.length === 32)
      return imported("ES256", "raw", Uint8Array.of(4, ...x, ...y),
        { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" });
    if (jwk.kty !== "RSA" || text(jwk.crv) !== undefined || !n || !e) return null;
    const isOdd = (number) => number[number.length - 1] % 2 === 1;
    const narrow = (number) => number.slice(number.findIndex((byte) => byte > 0));
    const modulus = narrow(n), exponent = narrow(e);
    // An exponent of 1 signs everything.
    if (n.length > 1024 || modulus.length < 256 || modulus.length === 256 && modulus[0] < 128 || !isOdd(n)
      || e.length > 8 || !isOdd(e) || exponent.length === 1 && exponent[0] === 1) return null;
    const encoded = (bytes) => btoa(String.fromCharCode(...bytes))
      .replace(/\+/g, "-").replace(/\//g, "_").replace(/=/g, "");
    return imported("RS256", "jwk", { kty: "RSA", n: encoded(modulus), e: encoded(exponent) },
      { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" });
  }

  // `z`, then in base 58 the two bytes that say Ed25519 and the 32 of the key.
  function multikey(value) {
    const digits = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    let number = 0n;
    if (!/^z[2-9A-HJ-NP-Za-km-z][1-9A-HJ-NP-Za-km-z]{1,60}$/.test(text(value) ?? "")) return null;
    for (const digit of value.slice(1)) number = number * 58n + BigInt(digits.indexOf(digit));
    const hex = /^ed01([0-9a-f]{64})$/.exec(number.toString(16));
    return hex && ed25519(Uint8Array.from(hex[1].match(/../g), (byte) => parseInt(byte, 16)));
  }

  // The keys in the document of a did:web, and until when each is one.
  async function keysOf(issuer, site) {
    const [, , host, ...path] = issuer.split(":");
    if (!/^did:web(?::(?!\.\.?(?::|$))[\w.%-]+)+$/.test(issuer))
      return { missing: unknown("notOnThisSite", "", { address: issuer }) };
    const address = `https://${host.replace(/%3a/gi, ":")}/${path.join("/") || ".well-known"}/did.json`;
    const { bytes, missing } = await site(address);
    if (missing) return { missing };
    const broken = (why) => ({ missing: unknown("notAtHand", why, { address }) });
    let document;
    try { document = json(bytes); } catch (problem) { return broken(problem.message); }
    if (document?.id !== issuer) return broken("it is the document of another");
    if (!Array.isArray(document.verificationMethod)) return broken("it lists no keys");
    const asserting = list(document.assertionMethod), methods = [];
    for (const method of document.verificationMethod) {
      // A key that is somebody else's to control vouches for nothing here.
      if (text(method?.id) === undefined || method.controller !== issuer) continue;
      const key = await publicKey(method.publicKeyJwk) ?? await multikey(method.publicKeyMultibase);
      if (!key) continue;
      const id = method.id.startsWith("#") ? issuer + method.id : method.id;
      // What is no date has been written to say something.
      const ends = ["revoked", "expires"].filter((name) => name in method).map((name) => moment(method[name]) ?? 0);
      const isAsserting = asserting.includes(method.id) || asserting.includes(id);
      methods.push({ id, key, end: isAsserting ? Math.min(Infinity, ...ends) : -Infinity });
    }
    return { methods };
  }

  // MARK: Tokens

  const isToken = (source) => /^ey[^.]*\.[^.]*\.[^.]*$/.test(source);

  function jws(source) {
    const parts = source.split("."), [header, payload, signature] = parts.map(base64);
    if (parts.length !== 3 || !header || !payload || !signature) refuse("not three parts in base64url");
    const signed = new TextEncoder().encode(source.slice(0, source.lastIndexOf(".")));
    return { header: json(header), payload: json(payload), signature, signed };
  }

  // Whatever else a header says would have to be understood.
  function checkHeader(header) {
    const other = isObject(header) && Object.keys(header).find((name) => !["alg", "kid", "jwk", "typ"].includes(name));
    if (other) refuse(`its header has "${other}", which is not accepted`);
    if (header?.typ !== undefined && text(header.typ)?.toLowerCase() !== "jwt")
      refuse("its header does not say that it is a JWT");
  }

  // Whether a key that is known signed it, and whether that key is one of the issuer's.
  async function signer({ header, signature, signed }, issuer, site, now) {
    const isBy = async ({ alg, algorithm, key }) => {
      if (header?.alg !== alg) return false;
      if (!key) throw unknown("cannotCheck", `the algorithm is ${alg}`);
      return crypto.subtle.verify(algorithm, key, signature, signed);
    };
    try {
      const { methods, missing } = await keysOf(issuer, site), name = text(header?.kid);
      const named = methods?.filter(({ id }) => name === undefined || id === name) ?? [];
      for (const method of named) {
        if (!await isBy(method.key)) continue;
        return {
          integrity: yes("signed"),
          issuer: now < method.end ? yes("issuerKnown", "", { issuer }) : no("withdrawn", `the key is "${method.id}"`),
        };
      }
      if (methods && (name === undefined || named.length > 0))
        return alone(no("changed", "its signature is not by the key that it names"));
      // A key that a token brings along says that nothing was changed since; whose it is, it cannot say.
      const own = await publicKey(header?.jwk);
      return {
        integrity: !own ? unknown("noKey") : await isBy(own) ? yes("ownKey")
          : no("changed", "its signature is not by the key that it brings along"),
        issuer: missing ?? no("keyOfAnother", `the issuer's document has no key "${name}"`),
      };
    } catch (problem) {
      if (problem.said) return alone(problem);
      throw problem;
    }
  }

  async function verifyToken(source, site, now) {
    const token = jws(source), { header, payload } = token;
    checkHeader(header);
    if (!isObject(payload)) refuse("its payload is no credential");
    if (isTwo(payload)) return alone(unknown("otherForm", "Open Badges 2.0, signed"));
    // Verifiable Credentials 1.1 have the credential in a claim of its own.
    const isOld = "vc" in payload, claims = ["iss", "jti", "nbf", "sub", "exp", "iat", "aud"];
    const credential = isOld ? payload.vc : Object.assign(Object.create(null), payload);
    if (!isOld) for (const claim of claims) delete credential[claim];
    const issuer = issuerOf(credential);
    if (issuer === undefined) refuse("the credential names no issuer");
    const found = { ...await signer(token, issuer, site, now), status: notAsked };
    if (found.integrity.said === "no") return found;
    try {
      checkCredential(credential, isOld);
      checkClaims(payload, credential);
    } catch (problem) { return alone(no("malformed", problem.message)); }
    if (found.integrity.said !== "yes") return found;
    found.credential = credential;
    found.status = await statusOf(credential, issuer, site, now, found);
    return found;
  }

  function checkCredential(credential, isOld) {
    const model = ["https://www.w3.org/ns/credentials/v2", "https://www.w3.org/2018/credentials/v1"];
    const others = [...model, "https://imsglobal.github.io/openbadges-specification/context.json"];
    // One that is written out could mean anything.
    const isKnown = (context) => others.includes(context)
      || text(context)?.startsWith("https://purl.imsglobal.org/spec/ob/v3p0/");
    const contexts = list(credential["@context"]);
    if (contexts[0] !== model[Number(isOld)] || contexts.length < 2 || !contexts.every(isKnown))
      refuse("its contexts are not those of Open Badges");
    checkShape(credential, "AchievementCredential", "");
    // Each version has names of its own for its time.
    const times = [["validFrom", "validUntil"], ["issuanceDate", "expirationDate"]];
    for (const name of times[Number(!isOld)])
      if (name in credential) refuse(`"/${name}" is a member of another version of Verifiable Credentials`);
    if (!(times[Number(isOld)][0] in credential)) refuse("it does not say from when it is valid");
    if (isOld || contexts.includes("https://purl.imsglobal.org/spec/ob/v3p0/extensions.json")) return;
    for (const name of ["credentialSchema", "credentialStatus", "refreshService"]) {
      const types = list(credential[name]).flatMap((object) => list(object?.type));
      if (types.some((type) => text(type)?.startsWith("1EdTech")))
        refuse(`"/${name}" is of a class that its contexts do not have`);
    }
  }

  const plainKinds = { text: "string", number: "number", flag: "boolean" };

  // A member that Open Badges do not have would look as if it had been vouched for.
  function checkShape(value, name, at) {
    if (!isObject(value)) refuse(`"${at || "/"}" is no object of the class ${name}`);
    const types = list(value.type);
    const isSaid = name === "AchievementCredential" ? types.includes("VerifiableCredential") && isThree(types)
      : name === "Criteria" || types.includes(name);
    if (!isSaid || types.some((type) => text(type) === undefined)) refuse(`"${at}/type" does not say "${name}"`);
    const members = new Map([["type", "any"]]);
    for (const word of shapes[name].split(" ")) {
      const [, member, isRequired, kind] = /^([^!:]+)(!?):(.+)$/.exec(word);
      members.set(member, kind);
      if (isRequired && !(member in value)) refuse(`"${at || "/"}" lacks "${member}"`);
    }
    for (const [member, held] of Object.entries(value)) {
      const place = `${at}/${member}`, known = members.get(member), kind = known?.replace(/[[\]]/g, "");
      if (!known) refuse(`"${place}" is a member that ${name} does not have`);
      if (kind === "any") continue;
      if (Array.isArray(held) && (kind === known || held.length === 0))
        refuse(`"${place}" is an empty list, or one where one value stands`);
      for (const element of list(held)) {
        if (kind in shapes) checkShape(element, kind, place);
        else if (kind === "date" ? moment(element) === null : typeof element !== plainKinds[kind])
          refuse(`"${place}" is no ${kind}`);
      }
    }
    if (name === "AchievementSubject" && !("id" in value) && !("identifier" in value))
      refuse(`"${at}" has neither "id" nor "identifier"`);
  }

  // The claims of JWT say the same as the credential, or one of the two was changed.
  function checkClaims(payload, credential) {
    const said = {
      iss: issuerOf(credential), jti: credential.id, sub: credential.credentialSubject.id,
      nbf: startOf(credential), exp: endOf(credential) ?? undefined,
    };
    for (const [claim, value] of Object.entries(said)) {
      // What is not said twice is said once, under the same signature; but not who speaks.
      if ((claim in payload || claim === "iss") && (value === undefined || payload[claim] !== value))
        refuse(`the claim "${claim}" is not what the credential says`);
    }
  }

  // MARK: Status

  const unusable = (why) => unknown("listUnusable", why);
  const iso = (seconds) => new Date(seconds * 1000).toISOString().replace(".000", "");

  async function statusOf(credential, issuer, site, now, found) {
    const start = startOf(credential), end = endOf(credential);
    if (now < start) return no("notYet", "", { date: start });
    if (end !== null && end < now) return no("expired", "", { date: end });
    if (!("credentialStatus" in credential)) return yes("noList");
    const answers = [], entries = list(credential.credentialStatus);
    // Each has its list fetched and unpacked.
    if (entries.length > 20) return unusable("more than 20 status lists");
    // Each may take it back.
    for (const entry of entries) {
      const types = list(entry?.type);
      answers.push(
        types.includes("BitstringStatusListEntry") ? await bitstringStatus(entry, issuer, site, now, found)
        : types.includes("1EdTechRevocationList") ? await revocationStatus(entry, credential, issuer, site)
        : unusable(`a status of the kind "${types.filter(text).join(", ")}" is not read`));
    }
    const worst = ["no", "unknown", "yes"].map((said) => answers.find((answer) => answer.said === said)).find(Boolean);
    return worst ?? unusable("it names no status list");
  }

  async function bitstringStatus(entry, issuer, site, now, found) {
    const [address, place, purpose] = ["statusListCredential", "statusListIndex", "statusPurpose"]
      .map((name) => text(entry[name]));
    const index = /^\d+$/.test(place) ? Number(place) : -1;
    if (address === undefined || purpose === undefined || index < 0)
      return no("malformed", "its status names no place in a list");
    if (!["revocation", "suspension"].includes(purpose))
      return unusable(`a status of the purpose "${purpose}" is not read`);
    // Its place would be another, and its meaning written elsewhere.
    if (![undefined, 1].includes(entry.statusSize)) return unusable("a status of more than one bit is not read");
    const { bytes, missing } = await site(address);
    if (missing) return missing;
    let bits, credential;
    try {
      const source = latin1.decode(bytes);
      if (!isToken(source)) refuse("the status list is no JWT");
      const token = jws(source);
      checkHeader(token.header);
      credential = token.payload?.vc === undefined ? token.payload : token.payload.vc;
      if (issuerOf(credential) !== issuer) refuse("the status list is that of another issuer");
      if (credential.id !== address) refuse("the status list is that of another address");
      if (!list(credential.type).includes("BitstringStatusListCredential")) refuse("it is no status list");
      const by = await signer(token, issuer, site, now), start = startOf(credential);
      if (by.integrity.said !== "yes" || by.issuer.said !== "yes")
        refuse("the status list is not signed by its issuer");
      if (start !== null && now < start) refuse(`the status list is not valid before ${iso(start)}`);
      const subject = credential.credentialSubject;
      if (!list(subject?.statusPurpose).includes(purpose)) refuse("the status list has another purpose");
      const packed = text(subject.encodedList)?.startsWith("u") && base64(subject.encodedList.slice(1));
      if (!packed) refuse("the status list is broken");
      bits = await inflate(packed, "gzip", listLimit);
      if (bits.length < 16384) refuse("the status list has fewer than 131072 places");
    } catch (problem) { return unusable(problem.message); }
    if (index >= bits.length * 8) return no("malformed", "its place is beyond the end of the status list");
    found.listDay = startOf(credential);
    if (bits[index >> 3] & 128 >> index % 8) return no("takenBack");
    const end = endOf(credential);
    if (end === null) return unusable("the status list says no end of its time");
    return now <= end ? yes("notTakenBack") : unknown("listOld", "", { date: end });
  }

  // The list of 1EdTech, which nobody signs: it counts where it stands at the address that the credential names.
  async function revocationStatus(entry, credential, issuer, site) {
    const address = text(entry.id);
    if (address === undefined) return no("malformed", "its status names no list");
    const { bytes, missing } = await site(address);
    if (missing) return missing;
    let held;
    try { held = json(bytes); } catch (problem) { return unusable(problem.message); }
    if (held?.id !== address || held.issuer !== issuer) return unusable("the revocation list is that of another");
    const own = list(held.revokedCredential).find((one) => one?.id === credential.id && one.revoked !== false);
    return own ? no("takenBack", text(own.revocationReason)) : yes("notTakenBack");
  }

  // MARK: Carriers

  const versions = [
    { keyword: "openbadgecredential", namespace: "https://purl.imsglobal.org/ob/v3p0", element: "credential" },
    { keyword: "openbadges", namespace: "http://openbadges.org", element: "assertion" },
  ];

  const crcTable = Uint32Array.from({ length: 256 }, (_, number) => {
    for (let bit = 0; bit < 8; bit++) number = number & 1 ? number >>> 1 ^ 0xedb88320 : number >>> 1;
    return number;
  });

  // What pictures carry: the text of each version, or nothing of it.
  function fromPNG(bytes) {
    const view = new DataView(bytes.buffer), texts = [];
    let type = "", count = 0, at = 8;
    while (type !== "IEND") {
      const length = at + 12 <= bytes.length ? view.getUint32(at) : Infinity, end = at + 8 + length;
      if (end + 4 > bytes.length) refuse("the PNG file is cut off");
      type = latin1.decode(bytes.subarray(at + 4, at + 8));
      let crc = -1;
      for (let place = at + 4; place < end; place++) crc = crcTable[(crc ^ bytes[place]) & 255] ^ crc >>> 8;
      if (~crc >>> 0 !== view.getUint32(end)) refuse(`a chunk "${type}" whose check does not agree`);
      if ((count === 0) !== (type === "IHDR")) refuse("the PNG file's header is not its first chunk");
      if (++count > 10000) refuse("more than 10,000 chunks");
      const data = bytes.subarray(at + 8, end), zero = data.subarray(0, 80).indexOf(0);
      const word = latin1.decode(data.subarray(0, Math.max(0, zero)));
      const version = versions.findIndex(({ keyword }) => keyword === word);
      at = end + 4;
      if (!["iTXt", "zTXt", "tEXt"].includes(type) || version < 0) continue;
      if (type !== "iTXt") refuse(`a credential in a chunk "${type}", not "iTXt"`);
      if (texts[version]) refuse(`more than one chunk "${word}"`);
      if (data.length < zero + 5 || data[zero + 1] !== 0) refuse(`a compressed chunk "${word}"`);
      // The language and the translated keyword, each up to a zero.
      const tongue = data.indexOf(0, zero + 3), translated = tongue < 0 ? -1 : data.indexOf(0, tongue + 1);
      if (translated < 0 || data.length - translated > textLimit) refuse(`a broken chunk "${word}"`);
      texts[version] = data.slice(translated + 1);
    }
    if (at !== bytes.length) refuse("something stands after the PNG file's end");
    return texts;
  }

  function fromSVG(bytes) {
    if (bytes.length > 4 << 20) refuse("the SVG file has more than 4 MiB");
    // A document type that only names a public one declares nothing.
    const head = latin1.decode(bytes.subarray(0, 4096)), first = head.search(/<[A-z]/), whole = bytes.slice();
    const start = head.indexOf("<!DOCTYPE"), end = head.indexOf(">", start);
    if (start >= 0 && end > 0 && (first < 0 || start < first) && !head.slice(start, end).includes("["))
      whole.fill(0x20, start, end + 1);
    let source;
    try { source = utf8.decode(whole).replace(/^\ufeff/, ""); } catch { refuse("the SVG file is not UTF-8"); }
    if (/<!DOCTYPE|\0/.test(source)) refuse("a document type that declares something");
    const parsed = new DOMParser().parseFromString(source, "image/svg+xml");
    const all = parsed.getElementsByTagName("*"), depths = new Map();
    if (parsed.getElementsByTagName("parsererror").length > 0) refuse("this is not XML");
    if (parsed.documentElement.localName !== "svg") refuse("not an SVG file");
    if (all.length > 20000) refuse("more than 20000 elements");
    for (const element of all) {
      const depth = (depths.get(element.parentNode) ?? 0) + 1;
      depths.set(element, depth);
      if (depth > 100 || element.attributes.length > 200) refuse("nested too deep, or too many attributes");
    }
    return versions.map(({ namespace, element: name }, version) => {
      // Wherever they stand: one that is hidden deeper is one too many.
      const found = parsed.documentElement.getElementsByTagNameNS(namespace, name);
      if (found.length > 1) refuse(`more than one element "${name}"`);
      if (found.length === 0) return undefined;
      const verify = found[0].getAttribute("verify");
      const own = [...found[0].childNodes].filter(({ nodeType }) => nodeType === 3 || nodeType === 4);
      const body = own.map(({ data }) => data).join("").trim();
      if (body && verify !== null && version === 0) refuse("an element that carries two credentials");
      return body || verify !== null ? new TextEncoder().encode(body || verify) : undefined;
    });
  }

  async function fromPDF(bytes) {
    // One character a byte, so that places in one are places in the other.
    const source = latin1.decode(bytes), texts = [], begin = /\d[\0\t\n\f\r ]+\d{1,5}[\0\t\n\f\r ]+obj|trailer/g;
    const at = (place, word) => source.startsWith(word, place);
    let attachments = 0;
    for (let found; (found = begin.exec(source));) {
      const reader = new PDFReader(source, begin.lastIndex);
      let dictionary = null;
      reader.skip();
      if (at(reader.place, "<<")) {
        try { dictionary = reader.value(0); } catch { /* It goes on behind what it could not read. */ }
        reader.skip();
      }
      begin.lastIndex = reader.place;
      if (!dictionary) continue;
      if (dictionary.has("Encrypt") && (found[0] === "trailer" || dictionary.get("Type") === "/XRef"))
        refuse("the PDF file is encrypted");
      const line = /stream(\r?\n)/y;
      line.lastIndex = reader.place;
      if (found[0] === "trailer" || !line.test(source)) continue;
      const start = line.lastIndex, length = dictionary.get("Length"), rest = /(?:\r\n|\r|\n)?endstream/y;
      const end = rest.lastIndex = Number.isInteger(length) && length >= 0 ? start + length : source.length;
      const ends = [end];
      if (!rest.test(source)) {
        const next = source.indexOf("endstream", start);
        if (next < 0) break;
        // What ends the line before it may be the last of the data as well.
        const last = Math.max(start, next - (at(next - 2, "\r\n") ? 2 : /[\r\n]/.test(source[next - 1]) ? 1 : 0));
        ends.splice(0, 1, last, last + 1, next);
        rest.lastIndex = next + 9;
      }
      begin.lastIndex = rest.lastIndex;
      const filter = dictionary.get("Filter"), [name, more] = list(filter);
      // Some programs leave out what kind of stream it is, and tell of the file's parameters.
      const isFile = dictionary.has("Type") ? dictionary.get("Type") === "/EmbeddedFile" : dictionary.has("Params");
      if (!isFile || dictionary.has("DecodeParms") || more !== undefined
        || name !== undefined && name !== "/FlateDecode") continue;
      if (++attachments > 100) refuse("more than 100 attachments");
      let data = name ? undefined : bytes.slice(start, ends[0]);
      // What is broken or swells beyond any credential is none.
      for (const stop of name ? ends : [])
        try { data ??= await inflate(bytes.slice(start, stop), "deflate", jsonLimit); } catch { /* another end */ }
      if (data === undefined || data.length > jsonLimit) continue;
      data = trimmed(data);
      const version = versionOf(data), known = latin1.decode(texts[version] ?? data);
      if (version === undefined) continue;
      if (known !== latin1.decode(data)) refuse("more than one credential");
      texts[version] = data;
    }
    return texts;
  }

  // Reads the objects of PDF (ISO 32000-1, section 7.3): names as "/Name", dictionaries as maps, numbers, lists; all
  // else is null.
  class PDFReader {
    constructor(source, place) { this.source = source; this.place = place; this.end = place + 262144; }

    match(pattern) {
      pattern.lastIndex = this.place;
      const found = this.place < this.end && pattern.exec(this.source);
      if (found) this.place = pattern.lastIndex;
      return found;
    }

    skip() { while (this.match(/[\0\t\n\f\r ]+|%[^\r\n]*/y)); }

    value(depth) {
      this.skip();
      if (this.place >= this.end || depth > 16) refuse("a dictionary too large");
      if (this.match(/<</y)) {
        const members = new Map();
        for (this.skip(); !this.match(/>>/y); this.skip()) {
          const name = this.name() || refuse("no name");
          members.set(name.slice(1), this.value(depth + 1));
        }
        return members;
      }
      if (this.match(/\[/y)) {
        const elements = [];
        for (this.skip(); !this.match(/\]/y); this.skip()) elements.push(this.value(depth + 1));
        return elements;
      }
      if (this.match(/\(/y)) {
        for (let open = 1; open > 0;) {
          const [piece] = this.match(/[^()\\]+|\\[^]|[()]/y) || refuse("an open string");
          open += piece === "(" ? 1 : piece === ")" ? -1 : 0;
        }
        return null;
      }
      const name = this.name();
      if (name) return name;
      const reference = /\d+[\0\t\n\f\r ]+\d+[\0\t\n\f\r ]+R(?![^\0\t\n\f\r ()<>[\]{}\/%])/y;
      if (this.match(reference) || this.match(/<[0-9A-Fa-f\0\t\n\f\r ]*>|true|false|null/y)) return null;
      return Number((this.match(/[+-]?(?:\d+\.?\d*|\.\d+)/y) || refuse("no value"))[0]);
    }

    name() {
      const found = this.match(/\/[^\0\t\n\f\r ()<>[\]{}\/%]*/y);
      return found && found[0].replace(/#([0-9A-Fa-f]{2})/g, (_, digits) => String.fromCharCode(parseInt(digits, 16)));
    }
  }

  // Without blanks around it, and without a byte order mark.
  function trimmed(bytes) {
    const blanks = [0x20, 0x09, 0x0a, 0x0d];
    let start = 0, end = bytes.length;
    while (start < end && [...blanks, 0xef, 0xbb, 0xbf].includes(bytes[start])) start++;
    while (end > start && blanks.includes(bytes[end - 1])) end--;
    return bytes.subarray(start, end);
  }

  const isThree = (types) => types.includes("OpenBadgeCredential") || types.includes("AchievementCredential");
  const isTwo = (document) => document["@context"] === "https://w3id.org/openbadges/v2";

  // 0 for a credential of Open Badges 3.0, 1 for an assertion of 2.0, undefined for any other text.
  function versionOf(bytes) {
    const source = latin1.decode(bytes);
    if (isToken(source)) {
      // A list of what was taken back is no credential of anybody.
      try {
        const { payload } = jws(source);
        if (list((payload?.vc ?? payload)?.type).includes("BitstringStatusListCredential")) return undefined;
      } catch { /* what is broken is told when it is verified */ }
      return 0;
    }
    if (source[0] !== "{") return undefined;
    try {
      const types = list(json(bytes).type);
      return isThree(types) ? 0 : types.includes("Assertion") ? 1 : undefined;
    } catch { return isThree(source) ? 0 : undefined; }
  }

  // MARK: Files

  async function verifyText(bytes, site, now) {
    const source = latin1.decode(bytes);
    if (isToken(source)) return verifyToken(source, site, now);
    if (source[0] !== "{") refuse("it is neither a JWT nor JSON");
    const document = json(bytes);
    if (!isTwo(document) && list(document.proof).length === 0) refuse("it has no proof");
    return alone(unknown("otherForm", isTwo(document) ? "Open Badges 2.0" : "a Data Integrity proof"));
  }

  function plainText(bytes, name) {
    if (isToken(latin1.decode(bytes))) {
      // A list of what was taken back is no credential of anybody.
      const { payload } = jws(latin1.decode(bytes)), own = payload?.vc === undefined ? payload : payload.vc;
      if (!list(own?.type).includes("BitstringStatusListCredential")) return [bytes];
    } else if (versionOf(bytes) !== undefined) return [bytes];
    return /\.jw[st]$/.test(name) && !name.endsWith("revocations.jwt") ? refuse("it is no JSON Web Token") : [];
  }

  async function verify(file, site, now) {
    if (file.size > fileLimit) return alone(unknown("tooLarge"));
    try {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const plain = trimmed(bytes), first = String.fromCharCode(plain[0] ?? 0);
      const start = latin1.decode(bytes.subarray(0, 1024));
      // The first byte is 0x89, as windows-1252 has it.
      const texts = start.startsWith("\u2030PNG\r\n\x1a\n") ? fromPNG(bytes)
        : first === "<" ? fromSVG(bytes)
        : first !== "{" && start.includes("%PDF-") ? await fromPDF(bytes)
        : plainText(plain, file.name);
      const [three, two] = texts;
      if (!three && !two) return alone(unknown("noCredential"));
      const found = await verifyText(three ?? two, site, now);
      return { ...found, hasOther: three !== undefined && two !== undefined };
    } catch (problem) {
      if (problem instanceof Refusal) return alone(no("malformed", problem.message));
      return alone(unknown("unreadable", String(problem)));
    }
  }

  // MARK: What is shown

  function element(name, classes, ...children) {
    const made = document.createElement(name);
    if (classes) made.className = classes;
    made.append(...children);
    return made;
  }

  function date(seconds) {
    const style = { dateStyle: "long", timeZone: "UTC", ...(seconds % 86400 ? { timeStyle: "long" } : {}) };
    const made = element("time", "", new Intl.DateTimeFormat(language, style).format(seconds * 1000));
    made.dateTime = iso(seconds);
    return made;
  }

  // A sentence of `words` as nodes. What a stranger wrote stands apart, whichever way it runs.
  function sentence(key, values = {}) {
    return words[key].split(/\{(\w+)\}/).map((part, index) => index % 2 === 0 ? part
      : part === "date" ? date(values.date) : element("bdi", "", String(values[part])));
  }

  function line(name, { said, key, detail, values }) {
    const [style, sign] = { yes: ["ok", "\u2713"], no: ["bad", "\u2717"], unknown: ["open", "?"] }[said];
    const mark = element("span", "sign", sign), item = element("li", style,
      mark, " ", element("b", "", words[name]), ": ", element("strong", "", words[said]), " ",
      element("span", "reason", ...sentence(key, values)));
    mark.setAttribute("aria-hidden", "true");
    if (detail) {
      const small = element("small", "", detail);
      [small.lang, small.dir] = ["en", "ltr"];
      item.append(" ", small);
    }
    return item;
  }

  // A link for what is the address of a page; text for all else.
  function written(value) {
    const words = element("bdi", "", value);
    let url;
    try { url = new URL(value); } catch { return words; }
    if (url.protocol !== "https:" || url.username) return words;
    const link = element("a", "", words);
    [link.href, link.rel] = [url.href, "nofollow noopener ugc"];
    return link;
  }

  // In the order of a certificate: whom, what, why, when, by whom.
  function claims({ credential, listDay }) {
    const rows = element("dl", "");
    const add = (name, value, shown = (value) => element("bdi", "", value)) => {
      if (value === undefined || value === null || value === "") return;
      rows.append(element("dt", "", words[name]), element("dd", "", shown(value)));
    };
    const subject = credential.credentialSubject, achievement = subject.achievement, { criteria } = achievement;
    for (const { identityType, hashed, identityHash } of list(subject.identifier))
      if (identityType === "name" && !hashed) add("recipient", identityHash);
    add("recipientId", subject.id);
    add("title", achievement.name);
    add("kind", achievement.achievementType);
    add("description", achievement.description);
    add("criteria", criteria.narrative ?? criteria.id, criteria.narrative === undefined ? written : undefined);
    add("narrative", subject.narrative);
    add("skills", list(achievement.tag).join(", "));
    for (const { targetName, targetFramework } of list(achievement.alignment)) {
      if (list(achievement.tag).includes(targetName)) continue;
      add("alignment", targetFramework === undefined ? targetName : `${targetName} (${targetFramework})`);
    }
    for (const result of list(subject.result)) {
      // As its description calls it.
      const about = list(achievement.resultDescription).find(({ id }) => id === result.resultDescription);
      const value = result.value ?? result.status;
      add("result", about && value !== undefined ? `${about.name}: ${value}` : value);
    }
    for (const evidence of list(credential.evidence)) add("evidence", evidence.id ?? evidence.narrative, written);
    add("awarded", moment(credential.awardedDate), date);
    add("validFrom", startOf(credential), date);
    add("validUntil", endOf(credential), date);
    add("issuer", credential.issuer.name);
    add("issuerId", credential.issuer.id);
    add("domain", /^did:web:([^:]+)/.exec(credential.issuer.id)?.[1].replace(/%3a/gi, ":"));
    add("id", credential.id);
    add("listDay", listDay, date);
    return rows;
  }

  function show(article, found) {
    const questions = ["integrity", "issuer", "status"], said = questions.map((name) => found[name].said);
    const summary = said.includes("no") ? "bad" : said.includes("unknown") ? "open" : "good";
    const lines = questions.map((name) => line(name, found[name]));
    article.classList.add(summary === "good" ? "ok" : summary);
    article.append(element("p", "summary", words[summary]), element("ul", "", ...lines));
    if (found.hasOther) article.append(element("p", "", words.also));
    if (found.integrity.said === "yes") article.append(claims(found));
  }

  let turn = 0;
  async function take(files) {
    const own = ++turn, site = newSite(), now = Math.floor(Date.now() / 1000), taken = [...files];
    const all = taken.slice(0, fileCount).map((file) => (
      { file, article: element("article", "", element("h2", "", element("bdi", "", file.name))) }));
    verdicts.replaceChildren(...all.map(({ article }) => article));
    if (taken.length > fileCount) verdicts.append(element("p", "", ...sentence("tooMany", { count: fileCount })));
    for (const { file, article } of all) {
      const found = await verify(file, site, now);
      // Somebody has dropped others since.
      if (own !== turn) return;
      try { show(article, found); } catch (problem) { article.append(element("p", "", String(problem))); }
    }
  }

  if (globalThis.crypto?.subtle) {
    const input = drop.querySelector("input"), over = (isOver) => drop.classList.toggle("over", isOver);
    const hasFiles = (event) => event.dataTransfer?.types.includes("Files");
    drop.hidden = false;
    input.addEventListener("change", () => { take(input.files); input.value = ""; });
    document.addEventListener("dragover", (event) => { if (hasFiles(event)) { event.preventDefault(); over(true); } });
    document.addEventListener("dragleave", (event) => { if (!event.relatedTarget) over(false); });
    document.addEventListener("drop", (event) => {
      over(false);
      if (hasFiles(event)) { event.preventDefault(); take(event.dataTransfer.files); }
    });
    document.addEventListener("paste", (event) => {
      const { files } = event.clipboardData, pasted = event.clipboardData.getData("text/plain").trim();
      if (files.length > 0) take(files);
      else if (isToken(pasted)) take([new File([pasted], words.pasted)]);
      else return;
      event.preventDefault();
    });
  } else verdicts.append(element("p", "", words.insecure));
}
