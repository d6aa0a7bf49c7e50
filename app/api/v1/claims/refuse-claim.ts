import type { Refusal } from "@/lib/platform/errors/errors";
import { createTranslations } from "@/lib/platform/i18n/translator";
import { localeOf, refuseRequest } from "../answer";

/** A business "no" of the claims, with its code and its sentence in the caller's language. */
export async function refuseClaim(request: Request, { reason, params }: Refusal): Promise<Response> {
	const t = (await createTranslations(localeOf(request), "errors")) as unknown as (
		code: string,
		values?: Record<string, string | number>,
	) => string;
	return refuseRequest(request, "CLAIM_REFUSED", { title: t(reason, params), detail: reason });
}
