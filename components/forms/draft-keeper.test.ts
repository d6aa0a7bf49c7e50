import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type DraftBackup, DraftKeeper, type SaveAnswer, type Stored } from "./draft-keeper";

type Draft = { name: string; phone: string };

/** A server with one draft, and another window that can write to it. */
function createServer() {
	const server = {
		stored: { version: 1, form: { name: "", phone: "" } } as Stored<Draft>,
		reachable: true,
		refusal: null as string | null,
		saves: 0,
		backup: null as DraftBackup<Draft> | null,
		write(form: Draft) {
			server.stored = { version: server.stored.version + 1, form };
		},
		async save(version: number, form: Draft): Promise<SaveAnswer> {
			server.saves++;
			await Promise.resolve();
			if (!server.reachable) throw new Error("offline");
			if (server.refusal) return { kind: "refused", reason: server.refusal };
			if (version !== server.stored.version) return { kind: "stale" };
			server.write(form);
			return { kind: "saved", version: server.stored.version };
		},
	};
	return server;
}

function open(server: ReturnType<typeof createServer>) {
	return new DraftKeeper<Draft>(server.stored, null, {
		save: server.save,
		read: async () => server.stored,
		keepBackup: (backup) => {
			server.backup = backup;
		},
		now: () => new Date(0),
	});
}

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

describe("DraftKeeper", () => {
	test("saves once, after a pause, and keeps a backup until then", async () => {
		const server = createServer();
		const keeper = open(server);
		keeper.edit("name", "风");
		await vi.advanceTimersByTimeAsync(500);
		keeper.edit("name", "风起");
		expect(server.backup?.draft.name).toBe("风起");
		await vi.advanceTimersByTimeAsync(1000);
		expect(server.saves).toBe(1);
		expect(server.stored).toEqual({ version: 2, form: { name: "风起", phone: "" } });
		expect(keeper.read().status).toBe("saved");
		expect(server.backup).toBeNull();
	});

	test("what is typed while a save is under way is saved by the next", async () => {
		const server = createServer();
		const keeper = open(server);
		keeper.edit("name", "a");
		const saving = keeper.flush();
		keeper.edit("name", "ab");
		expect(await saving).toBe(true);
		expect(server.stored.form.name).toBe("ab");
		expect(server.saves).toBe(2);
	});

	test("merges another window's other fields", async () => {
		const server = createServer();
		const keeper = open(server);
		server.write({ name: "", phone: "138" });
		keeper.edit("name", "mine");
		expect(await keeper.flush()).toBe(true);
		expect(server.stored.form).toEqual({ name: "mine", phone: "138" });
		expect(keeper.read()).toMatchObject({ draft: { phone: "138" }, mergeCount: 1 });
	});

	test("shows a clash and overwrites nothing until somebody chooses", async () => {
		const server = createServer();
		const keeper = open(server);
		server.write({ name: "theirs", phone: "" });
		keeper.edit("name", "mine");
		expect(await keeper.flush()).toBe(false);
		expect(keeper.read().conflicts).toEqual([{ path: "name", mine: "mine", theirs: "theirs" }]);
		keeper.edit("phone", "139");
		await vi.advanceTimersByTimeAsync(5000);
		expect(server.stored.form.name).toBe("theirs");
		keeper.resolve({ name: "theirs", phone: "139" });
		await vi.advanceTimersByTimeAsync(10);
		expect(server.stored.form).toEqual({ name: "theirs", phone: "139" });
		expect(keeper.read().status).toBe("saved");
	});

	test("tries again when the line is back", async () => {
		const server = createServer();
		const keeper = open(server);
		server.reachable = false;
		keeper.edit("name", "a");
		expect(await keeper.flush()).toBe(false);
		expect(keeper.read().status).toBe("offline");
		server.reachable = true;
		await vi.advanceTimersByTimeAsync(6000);
		expect(keeper.read().status).toBe("saved");
	});

	test("a refusal stops saving and keeps the words", async () => {
		const server = createServer();
		const keeper = open(server);
		server.refusal = "SIGNED_OUT";
		keeper.edit("name", "a");
		await keeper.flush();
		keeper.edit("name", "ab");
		await vi.advanceTimersByTimeAsync(9000);
		expect(server.saves).toBe(1);
		expect(keeper.read()).toMatchObject({ status: "refused", reason: "SIGNED_OUT" });
		expect(server.backup?.draft.name).toBe("ab");
	});

	test("after signing in again it saves what was kept", async () => {
		const server = createServer();
		const keeper = open(server);
		server.refusal = "SIGNED_OUT";
		keeper.edit("name", "a");
		await keeper.flush();
		server.refusal = null;
		expect(await keeper.resume()).toBe(true);
		expect(keeper.read()).toMatchObject({ status: "saved", reason: null });
		expect(server.stored.form.name).toBe("a");
	});

	test("turned away with everything saved, it keeps no copy and goes on where it was", async () => {
		const server = createServer();
		const keeper = open(server);
		keeper.refuse("SIGNED_OUT");
		expect(keeper.read()).toMatchObject({ status: "refused", reason: "SIGNED_OUT" });
		expect(server.backup).toBeNull();
		expect(await keeper.resume()).toBe(true);
	});

	test("takes up an earlier visit's unsaved words", async () => {
		const server = createServer();
		const backup = { base: server.stored, draft: { name: "unsaved", phone: "" } };
		server.write({ name: "", phone: "137" });
		const keeper = open(server);
		keeper.restore(backup);
		await vi.advanceTimersByTimeAsync(10);
		expect(server.stored.form).toEqual({ name: "unsaved", phone: "137" });
	});
});
