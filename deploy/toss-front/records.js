/* What this terminal was asked and how it ended, in the terminal's own storage.
 *
 * The last 100 requests are kept in slots. The list of names is written before the slot, and both before a payment
 * begins: a name that is in neither was never begun here. When a slot is used again, `dropped` remembers how new the
 * forgotten request was, so that nobody takes "forgotten" for "never begun". A storage that was emptied gets a new
 * `epoch`, which the register compares with the one it knew.
 */
(function (front) {
  "use strict";

  const SLOTS = 100;
  const PAIRING = "baro.pairing";
  const EPOCH = "baro.epoch";
  const LIST = "baro.requests";
  const slotKey = (slot) => `baro.request.${slot}`;

  front.openRecords = async function (storage) {
    const read = async (key) => {
      const item = await storage.get({ key });
      return item && typeof item.value === "string" && item.value ? item.value : null;
    };
    const write = (key, value) => storage.set({ key, value });

    let epoch = await read(EPOCH);
    if (!epoch) {
      epoch = front.seals.random(8);
      await write(EPOCH, epoch);
    }
    const list = listFrom(await read(LIST));

    async function begin(record) {
      const slot = list.next % SLOTS;
      const old = list.names[slot];
      if (old) list.dropped = Math.max(list.dropped, old.asked);
      list.names[slot] = { name: record.name, asked: record.asked };
      list.next += 1;
      await write(LIST, JSON.stringify(list));
      await write(slotKey(slot), JSON.stringify(record));
    }

    const slotOf = (name) => list.names.findIndex((entry) => entry && entry.name === name);

    async function keep(record) {
      const slot = slotOf(record.name);
      if (slot < 0) throw new Error("the request was forgotten");
      await write(slotKey(slot), JSON.stringify(record));
    }

    /** The request's record, null when it was never begun; one that was lost half-way has no end. */
    async function find(name) {
      const slot = slotOf(name);
      if (slot < 0) return null;
      try {
        const record = JSON.parse(await read(slotKey(slot)));
        if (record.name === name) return record;
      } catch (unreadable) {
        // A damaged record is still proof that the request was taken up.
      }
      return { name, ended: null, startedAt: 0, patienceMs: 0 };
    }

    return { epoch, begin, keep, find, dropped: () => list.dropped };
  };

  function listFrom(text) {
    try {
      const list = JSON.parse(text);
      if (list && Array.isArray(list.names) && Number.isSafeInteger(list.next)) return list;
    } catch (unreadable) {
      // Fall through: what it said is lost, so everything asked so far counts as dropped.
    }
    return { next: 0, names: [], dropped: text === null ? 0 : Date.now() };
  }

  front.pairing = {
    async read(storage) {
      const item = await storage.get({ key: PAIRING });
      return item && /^[0-9a-f]{64}$/.test(item.value) ? item.value : null;
    },
    write: (storage, key) => storage.set({ key: PAIRING, value: key }),
    /** 64 hexadecimal digits out of what was typed or scanned, null when it is not a key. */
    understood(text) {
      const digits = String(text).replace(/[\s-]/g, "").toLowerCase();
      return /^[0-9a-f]{64}$/.test(digits) ? digits : null;
    },
  };
})((window.BaroFront = window.BaroFront || {}));
