import { beforeAll, expect, test } from "vitest";
import { findOwnApplication, listBenefitFiles, listUses } from "@/lib/domains/benefits/data/applications";
import { applyForBenefit } from "@/lib/domains/benefits/mutations/apply";
import { recordUse, reportEffect } from "@/lib/domains/benefits/mutations/use";
import { statesBefore } from "@/lib/domains/benefits/rules/transitions";
import { db } from "@/lib/platform/db/client";
import { pool } from "@/lib/platform/db/pool";
import { findReadableFile, listFiles } from "@/lib/platform/files/data";
import { reportableStates, usableStates } from "@/lib/platform/files/gates/benefits";
import { fileGates } from "@/lib/platform/files/gates/registry";
import { newId } from "@/lib/platform/id/id";
import type { PartnerScope, PlatformScope } from "@/lib/platform/session/scope";
import { publishBenefit } from "@/tests/factories/benefits";
import { createLead, createOwnPartner } from "@/tests/factories/partnership";
import { fillPool, must } from "@/tests/factories/pools";

let lead: PlatformScope;
let own: PartnerScope;
let other: PartnerScope;
let applicationId: string;
let today: string;

type Purpose = "BENEFIT_USE" | "BENEFIT_REPORT";

beforeAll(async () => {
	lead = await createLead();
	own = (await createOwnPartner()).scope;
	other = (await createOwnPartner()).scope;
	const poolId = await fillPool([lead, await createLead()], "1000");
	const benefitId = await publishBenefit(lead, { poolId });
	const ask = { benefitId, streamer: "", statement: "开播", key: "files-test-1" };
	applicationId = must(await applyForBenefit(own, ask)).applicationId;
	today = (await pool().query("SELECT shanghai_day(pool_now()) AS d")).rows[0].d;
});

async function attach(purpose: Purpose): Promise<string> {
	const id = newId("fil");
	const { organisationId, userId } = own;
	const file = { id, organisationId, purpose, subjectId: applicationId, name: "a.pdf", sizeBytes: 1 };
	const bytes = { mediaType: "application/pdf", sha256: "0".repeat(64), storageKey: id };
	await db().storedFile.create({ data: { ...file, ...bytes, uploadedById: userId } });
	return id;
}

const mayChange = async (purpose: Purpose, subject = applicationId) =>
	(await fileGates[purpose].stand(own, subject, db()))?.mayChange;
const isRead = async (scope: PartnerScope | PlatformScope, id: string) =>
	(await findReadableFile(scope, id)) !== null;
const use = (amount: bigint, key: string) =>
	recordUse(own, {
		...{ applicationId, unit: "IMPRESSION" as const, amount, usedOn: today },
		...{ evidence: "场次 1", key },
	});

test("the states in which files are taken are those in which use and effect are reported", () => {
	expect([...usableStates].sort()).toEqual(statesBefore("use").sort());
	expect([...reportableStates].sort()).toEqual(statesBefore("report").sort());
});

test("proof is the receiver's until the use is recorded, then both sides' and fixed; a stranger never finds it", async () => {
	const first = await attach("BENEFIT_USE");
	expect([await isRead(own, first), await isRead(lead, first), await isRead(other, first)]).toEqual([
		true,
		false,
		false,
	]);
	must(await use(10n, "files-use-1"));
	const [used] = await listUses(applicationId);
	expect(used).toMatchObject({ files: 1 });
	expect([await isRead(own, first), await isRead(lead, first), await isRead(other, first)]).toEqual([
		true,
		true,
		false,
	]);
	expect(await mayChange("BENEFIT_USE", used?.id)).toBe(false);
	expect(await listFiles(own, { purpose: "BENEFIT_USE", subjectId: applicationId })).toEqual([]);

	// The next use has its own.
	const second = await attach("BENEFIT_USE");
	must(await use(10n, "files-use-2"));
	const uses = await listUses(applicationId);
	const { ofUse } = await listBenefitFiles(lead, applicationId, uses);
	expect(uses.map(({ id }) => ofUse[id]?.map((file) => file.id))).toEqual([[first], [second]]);
	expect(await findOwnApplication(other, applicationId)).toBeNull();
	const hidden = await listBenefitFiles(other, applicationId, uses);
	expect(Object.values(hidden.ofUse).flat()).toEqual([]);
});

test("what shows the effect is read by the platform once the report is sent, and fixed from then on", async () => {
	const id = await attach("BENEFIT_REPORT");
	expect([await isRead(own, id), await isRead(lead, id), await mayChange("BENEFIT_REPORT")]).toEqual([
		true,
		false,
		true,
	]);
	must(await reportEffect(own, { applicationId, done: "直播三场", before: 1n, after: 2n, link: "" }));
	expect([await isRead(lead, id), await isRead(other, id), await mayChange("BENEFIT_REPORT")]).toEqual([
		true,
		false,
		false,
	]);
});
