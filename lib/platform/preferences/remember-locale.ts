import "server-only";
import { db } from "@/lib/platform/db/client";
import type { Locale } from "@/lib/platform/i18n/config";

/** Mail and notifications reach a person in the language they chose last. A preference, so no audit row. */
export async function rememberLocale(userId: string, locale: Locale): Promise<void> {
	await db().user.updateMany({ where: { id: userId, locale: { not: locale } }, data: { locale } });
}
