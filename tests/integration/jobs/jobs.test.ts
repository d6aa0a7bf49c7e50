import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { z } from "zod";
import { inTransaction } from "@/lib/platform/db/client";
import { pool } from "@/lib/platform/db/pool";
import { defineJob } from "@/lib/platform/jobs/define-job";
import { installJobs } from "@/lib/platform/jobs/install";
import { closeJobQueue, enqueueJob } from "@/lib/platform/jobs/queue";
import { startJobWorkers } from "@/lib/platform/jobs/worker";

const runs: string[] = [];

const jobs = [
	defineJob({
		name: "test.note",
		input: z.strictObject({ word: z.string() }),
		handler: async ({ word }) => runs.push(word),
	}),
	defineJob({
		name: "test.nightly",
		input: z.strictObject({}),
		handler: async () => undefined,
		cron: "15 2 * * *",
	}),
];

beforeAll(async () => {
	await installJobs(jobs);
	await installJobs(jobs);
});

afterAll(async () => {
	await startJobWorkers(jobs).stop();
	await closeJobQueue();
});

const note = (word: string, key: string = randomUUID()) =>
	inTransaction((tx) => enqueueJob(tx, "test.note", { word }, { key }));

test("a job exists with the change that asks for it, once per key, and is run", async () => {
	await expect(
		inTransaction(async (tx) => {
			await enqueueJob(tx, "test.note", { word: "rolled back" }, { key: "a" });
			throw new Error("the change failed");
		}),
	).rejects.toThrow("the change failed");
	expect(await note("committed", "a")).toBe(true);
	expect(await note("once more", "a")).toBe(false);
	startJobWorkers(jobs);
	await vi.waitFor(() => expect(runs).toContain("committed"), 20_000);
	await vi.waitFor(async () => expect(await note("after it", "a")).toBe(true), 20_000);
	await vi.waitFor(() => expect(runs).toEqual(["committed", "after it"]), 20_000);
});

test("input a job does not take fails that job and no other", async () => {
	await inTransaction((tx) => enqueueJob(tx, "test.note", { number: 1 }, { key: "bad" }));
	await note("good");
	await vi.waitFor(() => expect(runs).toContain("good"), 20_000);
	await vi.waitFor(async () => {
		const { rows } = await pool().query("SELECT state FROM pgboss.job WHERE singleton_key = 'bad'");
		expect(rows).toEqual([{ state: "retry" }]);
	}, 20_000);
});

test("a job with a cron starts by itself, by the clock of Shanghai", async () => {
	startJobWorkers(jobs);
	await vi.waitFor(async () => {
		const { rows } = await pool().query(
			"SELECT cron, timezone FROM pgboss.schedule WHERE name = 'test.nightly'",
		);
		expect(rows).toEqual([{ cron: "15 2 * * *", timezone: "Asia/Shanghai" }]);
	}, 20_000);
});
