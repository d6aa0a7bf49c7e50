import { Scale } from "lucide-react";
import Link from "next/link";
import { cn } from "@/components/ui/cn";
import type { Appealing } from "@/lib/domains/tiers/types/appeals";
import { getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

export type AppealLinkProps = {
	appealing: Appealing | undefined;
	/** The code of the item; null where the receipt asks for nothing of the kind. */
	code: string | null;
	/** Codes beside it that an appeal of this line may be about as well, such as the other tiers' thresholds. */
	among?: readonly string[];
	/** The item in words, for those who hear the link alone. */
	item: string;
	className?: string;
};

/** The way from an item of a receipt to its appeal: to file one, or to the one that waits; nothing where neither can be. */
export async function AppealLink({ appealing, code, among = [], item, className }: AppealLinkProps) {
	if (!appealing || code === null) return null;
	const t = await getTranslations("tierappeals");
	const classes = cn(
		"inline-flex items-center gap-1 whitespace-nowrap rounded-sm text-brand-ink text-xs underline-offset-4 hover:underline",
		className,
	);
	const open = appealing.appeals.find(
		(one) => one.state === "OPEN" && (one.criterion === code || among.includes(one.criterion)),
	);
	if (open) {
		return (
			<Link
				href={routes.partner.tierAppeal(open.id)}
				aria-label={t("receipt.pendingItem", { number: open.number, item })}
				className={classes}
			>
				<Scale aria-hidden="true" className="size-3.5" />
				{t("receipt.pending")}
			</Link>
		);
	}
	if (!appealing.canFile || appealing.until === null) return null;
	return (
		<Link
			href={routes.partner.newTierAppeal(appealing.runId, code)}
			aria-label={t("receipt.appealItem", { item })}
			className={classes}
		>
			<Scale aria-hidden="true" className="size-3.5" />
			{t("receipt.appeal")}
		</Link>
	);
}
