import "server-only";
import { notFound } from "next/navigation";
import { findNotice, listNotices } from "@/lib/domains/partnership/data/notices";
import { noticeQuerySchema } from "@/lib/domains/partnership/schema/queries";

/** Published notices, for anybody. */
export async function loadNotices(params: Record<string, string | string[] | undefined>) {
	const query = noticeQuerySchema.parse(params);
	return { query, ...(await listNotices(query)) };
}

export async function loadNotice(id: string) {
	return (await findNotice(id)) ?? notFound();
}
