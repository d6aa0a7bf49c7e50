import { expect, test } from "vitest";
import type { EvidenceFile } from "@/lib/platform/files/types";
import type { Parcel, Sent } from "./send-file";
import { filesNow, mayRetry, UploadKeeper } from "./upload-keeper";

const subject = { purpose: "APPLICATION", subjectId: "app_1" } as const;

function stored(id: string, slot = "supply"): EvidenceFile {
	const createdAt = new Date("2026-11-20T02:00:00Z");
	return { id, slot, name: `${id}.png`, mediaType: "image/png", sizeBytes: 9, createdAt, removedAt: null };
}

function picture(name: string): File {
	return new File(["x"], name);
}

/** A keeper whose sendings are answered by the test, in the order they began. */
function openKeeper() {
	const sendings: {
		parcel: Parcel;
		progress: (share: number) => void;
		answer: (sent: Sent) => Promise<void>;
	}[] = [];
	const keeper = new UploadKeeper(subject, (parcel, progress) => {
		const { promise, resolve } = Promise.withResolvers<Sent>();
		const answer = async (sent: Sent) => {
			resolve(sent);
			await new Promise((settle) => setTimeout(settle));
		};
		sendings.push({ parcel, progress, answer });
		return { done: promise, cancel: () => resolve({ ok: false, reason: "CANCELLED" }) };
	});
	const at = (index: number) => {
		const sending = sendings[index];
		if (!sending) throw new Error(`nothing sent at ${index}`);
		return sending;
	};
	const statuses = () =>
		keeper.read().uploads.map((upload) => [upload.file.name, upload.status, upload.code]);
	return { keeper, sendings, at, statuses };
}

test("two are sent at a time, the next as soon as one has arrived", async () => {
	const { keeper, sendings, at, statuses } = openKeeper();
	keeper.add("supply", ["a.png", "b.png", "c.png"].map(picture));
	expect(sendings).toHaveLength(2);
	at(0).progress(0.5);
	expect(keeper.read().uploads[0]?.share).toBe(0.5);
	await at(0).answer({ ok: true, file: stored("1"), wasKnown: false });
	expect(sendings).toHaveLength(3);
	expect(statuses()).toEqual([
		["b.png", "sending", null],
		["c.png", "sending", null],
	]);
	expect(filesNow([], keeper.read(), "supply").map((file) => file.id)).toEqual(["1"]);
	expect(filesNow([], keeper.read(), "traffic")).toEqual([]);
	expect(keeper.read().news).toEqual({ name: "a.png", kind: "added", code: null });
});

test("what cannot be taken is not sent", () => {
	const { keeper, sendings, statuses } = openKeeper();
	keeper.add("supply", [
		picture("a.exe"),
		new File([], "b.pdf"),
		new File([new Uint8Array(10 * 1024 * 1024 + 1)], "c.pdf"),
	]);
	expect(sendings).toHaveLength(0);
	expect(statuses()).toEqual([
		["a.exe", "failed", "FILE_EXTENSION"],
		["b.pdf", "failed", "FILE_EMPTY"],
		["c.pdf", "failed", "FILE_TOO_LARGE"],
	]);
});

test("an expired session keeps the file at hand until it is sent again", async () => {
	const { keeper, at, statuses } = openKeeper();
	keeper.add("supply", [picture("a.png")]);
	await at(0).answer({ ok: false, reason: "SIGNED_OUT" });
	expect(statuses()).toEqual([["a.png", "failed", "SIGNED_OUT"]]);
	expect(mayRetry("SIGNED_OUT")).toBe(true);
	expect(mayRetry("FILE_MISMATCH")).toBe(false);
	keeper.retry(keeper.read().uploads[0]?.key ?? 0);
	await at(1).answer({ ok: true, file: stored("1"), wasKnown: false });
	expect(statuses()).toEqual([]);
});

test("a replacement takes the place of the old file; the same file again changes nothing", async () => {
	const { keeper, at } = openKeeper();
	const drawn = [stored("old"), stored("other")];
	keeper.add("supply", [picture("new.png")], drawn[0]);
	expect(at(0).parcel.replaces).toBe("old");
	await at(0).answer({ ok: true, file: stored("new"), wasKnown: false });
	expect(filesNow(drawn, keeper.read(), "supply").map((file) => file.id)).toEqual(["other", "new"]);
	keeper.add("supply", [picture("other.png")], stored("new"));
	await at(1).answer({ ok: true, file: stored("other"), wasKnown: true });
	expect(
		filesNow(drawn, keeper.read(), "supply")
			.map((file) => file.id)
			.sort(),
	).toEqual(["new", "other"]);
	expect(keeper.read().news?.kind).toBe("known");
});

test("a cancelled upload is gone, and frees its place; one that arrived all the same is shown", async () => {
	const { keeper, sendings, at, statuses } = openKeeper();
	keeper.add("supply", ["a.png", "b.png", "c.png"].map(picture));
	keeper.drop(keeper.read().uploads[0]?.key ?? 0);
	await new Promise((settle) => setTimeout(settle));
	expect(sendings).toHaveLength(3);
	expect(statuses().map(([name]) => name)).toEqual(["b.png", "c.png"]);
	const late = at(1).answer({ ok: true, file: stored("b"), wasKnown: false });
	keeper.drop(keeper.read().uploads[0]?.key ?? 0);
	await late;
	expect(filesNow([], keeper.read(), "supply").map((file) => file.id)).toEqual(["b"]);
});
