import "server-only";
import { PAGE_SIZE } from "@/lib/domains/partnership/constants";
import { toDay } from "@/lib/domains/partnership/data/records";
import {
	exitNoticeParamsSchema,
	type NoticeRecord,
	rulesNoticeParamsSchema,
} from "@/lib/domains/partnership/schema/notice";
import { db } from "@/lib/platform/db/client";
import type { PublicNotice } from "@/lib/platform/db/generated/client";

function toNotice(row: PublicNotice): NoticeRecord | null {
	const base = { id: row.id, effectiveOn: toDay(row.effectiveOn), publishedAt: row.publishedAt };
	if (row.kind === "EXIT") {
		const params = exitNoticeParamsSchema.safeParse(row.params);
		return params.success ? { ...base, kind: "EXIT", params: params.data } : null;
	}
	const params = rulesNoticeParamsSchema.safeParse(row.params);
	return params.success ? { ...base, kind: "RULES", params: params.data } : null;
}

/** What the platform has published, newest first: for anybody. `q` is looked for in company names and case numbers. */
export async function listNotices({ q, page }: { q: string; page: number }) {
	const like = { string_contains: q, mode: "insensitive" as const };
	const where =
		q === ""
			? {}
			: {
					OR: [{ params: { path: ["company"], ...like } }, { params: { path: ["number"], ...like } }],
				};
	const [rows, total] = await Promise.all([
		db().publicNotice.findMany({
			where,
			orderBy: [{ publishedAt: "desc" }, { id: "desc" }],
			skip: (page - 1) * PAGE_SIZE,
			take: PAGE_SIZE,
		}),
		db().publicNotice.count({ where }),
	]);
	return { total, rows: rows.map(toNotice).filter((notice) => notice !== null) };
}

export async function findNotice(id: string): Promise<NoticeRecord | null> {
	const row = await db().publicNotice.findUnique({ where: { id } });
	return row && toNotice(row);
}

/** The notice that tells of an exit case or a policy version, for a link to it. */
export async function findNoticeIdOf(subjectId: string): Promise<string | null> {
	const row = await db().publicNotice.findUnique({ where: { subjectId }, select: { id: true } });
	return row?.id ?? null;
}
