import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { jobs } from "@/lib/domains/intake/jobs";
import { rehearseUpload } from "@/lib/domains/intake/mutations/rehearse-upload";
import { db } from "@/lib/platform/db/client";
import { installJobs } from "@/lib/platform/jobs/install";
import { closeJobQueue } from "@/lib/platform/jobs/queue";
import { createMember } from "@/tests/factories/identity";
import { foreignMapping, foreignSample } from "@/tests/factories/mapping";
import { headersOfTest, signInAs } from "../files/upload-helpers";

vi.mock("next/headers", () => headersOfTest);
vi.mock("next/cache", () => ({ revalidatePath: () => undefined }));

const origin = "http://localhost:3000";

beforeAll(() => installJobs(jobs));
afterAll(closeJobQueue);

async function upload(query: Record<string, string> = {}): Promise<Response> {
	const { POST } = await import("@/app/api/uploads/route");
	const given = { name: "台账.csv", source: "ledger", grain: "ORDER_LINE", ...query };
	return POST(
		new Request(`${origin}/api/uploads?${new URLSearchParams(given)}`, {
			method: "POST",
			headers: { origin, host: "localhost:3000" },
			body: new Uint8Array(foreignSample(40)),
		}),
	);
}

async function downloadErrors(id: string): Promise<Response> {
	const { GET } = await import("@/app/api/imports/rehearsals/[id]/errors/route");
	return GET(new Request(`${origin}/api/imports/rehearsals/${id}/errors`), {
		params: Promise.resolve({ id }),
	});
}

const doors = () => import("@/lib/domains/intake/actions/mappings");

test("who may import maps, rehearses and downloads; who may read reads; nobody else does anything", async () => {
	const lead = (await createMember({ role: "ops_lead" })).scope;
	const auditor = (await createMember({ role: "auditor" })).scope;
	const owner = (await createMember({ role: "partner_owner" })).scope;
	const actions = await doors();
	const mapping = foreignMapping();

	await signInAs(lead);
	const sent = await (await upload()).json();
	expect(sent).toMatchObject({ ok: true });
	const uploadId: string = sent.id;
	expect(await actions.saveMapping({ name: "门", mapping })).toMatchObject({ ok: true, version: 1 });
	const { amount: _, ...fields } = mapping.definition.fields;
	const bad = { ...mapping, definition: { ...mapping.definition, fields } };
	expect(await actions.saveMapping({ name: "", mapping: bad })).toMatchObject({
		ok: false,
		reason: "INPUT_INVALID",
		fieldErrors: { name: "REQUIRED", "mapping.definition.fields.amount": "MAPPING_FIELD_MISSING" },
	});
	expect(await actions.rehearseMapping({ uploadId, mapping: bad })).toMatchObject({
		reason: "INPUT_INVALID",
	});
	const started = await actions.rehearseMapping({ uploadId, mapping });
	if (!started.ok) throw new Error(started.reason);
	await rehearseUpload(started.id, new AbortController().signal);
	const errors = await downloadErrors(started.id);
	expect([errors.status, errors.headers.get("x-content-type-options")]).toEqual([200, "nosniff"]);
	expect((await errors.text()).trim().split("\r\n").length).toBeGreaterThan(1);

	await signInAs(auditor);
	expect(await actions.readRehearsal({ id: uploadId })).toMatchObject({
		ok: true,
		rehearsal: { state: "DONE" },
	});
	expect((await downloadErrors(started.id)).status).toBe(200);
	const saved = await db().importMapping.findUniqueOrThrow({ where: { name: "门" } });
	const changes = () =>
		Promise.all([
			actions.saveMapping({ name: "另一个", mapping }),
			actions.changeMapping({ id: saved.id, version: 1, name: "改", mapping }),
			actions.setMappingArchived({ id: saved.id, version: 1, isArchived: true }),
			actions.rehearseMapping({ uploadId, mapping }),
			actions.cancelMappingRehearsal({ id: started.id }),
			actions.importWithMapping({ uploadId, mapping, saved: null }),
			actions.holdFileImport({ id: uploadId }),
		]);
	for (const answer of await changes()) expect(answer).toMatchObject({ ok: false, reason: "FORBIDDEN" });
	expect(await (await upload()).json()).toMatchObject({ ok: false, reason: "NOT_FOUND" });

	await signInAs(owner);
	for (const answer of await changes()) expect(answer).toMatchObject({ ok: false, reason: "FORBIDDEN" });
	expect(await actions.readRehearsal({ id: uploadId })).toMatchObject({ ok: false, reason: "FORBIDDEN" });
	expect((await downloadErrors(started.id)).status).toBe(404);

	await signInAs(null);
	for (const answer of await changes()) expect(answer).toMatchObject({ ok: false, reason: "SIGNED_OUT" });
	expect((await downloadErrors(started.id)).status).toBe(404);
	expect(await db().importMapping.count()).toBe(1);
	expect(await db().importUpload.findMany({ select: { id: true, state: true } })).toEqual([
		{ id: uploadId, state: "UNMAPPED" },
	]);

	await signInAs(lead);
	const direct = await (await upload({ mapping: saved.id })).json();
	expect(await db().importUpload.findUnique({ where: { id: direct.id } })).toMatchObject({
		state: "QUEUED",
		mapping: { name: "门", version: 1 },
	});
	expect(await (await upload({ mapping: "map_unknown" })).json()).toMatchObject({
		ok: false,
		reason: "MAPPING_GONE",
	});
});
