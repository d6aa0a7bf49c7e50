import { CircleCheck, CircleDashed, TriangleAlert } from "lucide-react";
import Link from "next/link";
import { cn } from "@/components/ui/cn";
import type { ProofView } from "@/lib/domains/gmv/rules/proof-view";
import { formatDateTime } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

/** The last verdict in one line, beside figures it vouches for; leads to the proof. */
export async function ProofLine({ proof }: { proof: ProofView | null }) {
	const [t, locale] = await Promise.all([getTranslations("proofs"), getLocale()]);
	const at = proof ? formatDateTime(proof.finishedAt, locale) : "";
	const isBroken = proof !== null && proof.violations > 0;
	const Icon = !proof ? CircleDashed : isBroken ? TriangleAlert : CircleCheck;
	const text = !proof
		? t("line.none")
		: isBroken
			? t("line.broken", { at, count: proof.violations })
			: t("line.clean", { at });
	return (
		<Link
			href={routes.ops.gmvProofs()}
			title={t("line.open")}
			className={cn(
				"inline-flex items-center gap-1.5 rounded-full border px-2.5 py-1 text-xs hover:underline hover:underline-offset-4",
				!proof && "text-ink-soft",
				proof && (isBroken ? "border-danger/40 text-danger-ink" : "border-success/40 text-success-ink"),
			)}
		>
			<Icon aria-hidden="true" className="size-3.5 shrink-0" />
			{text}
		</Link>
	);
}
