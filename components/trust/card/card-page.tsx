import type { ReactNode } from "react";
import { ClientMessages } from "@/components/shell/client-messages";
import { Crumb } from "@/components/shell/crumbs";
import { PageHeader } from "@/components/shell/page-header";
import { CopyableId } from "@/components/ui/copyable-id";
import type { ShopCard } from "@/lib/domains/trust/types/card";
import { formatFen } from "@/lib/platform/format";
import { getTranslations } from "@/lib/platform/i18n/server";
import { CardTimeline } from "./card-timeline";

type Props = {
	card: ShopCard;
	/** Where the deposit's statement stands. */
	depositHref: string;
	actions?: ReactNode;
	/** Beside the guarantees, above the timeline. */
	aside?: ReactNode;
	notice?: ReactNode;
	children: ReactNode;
};

/** A shop's card: its guarantees, and beside them what happened to it. */
export async function CardPageView({ card, depositHref, actions, aside, notice, children }: Props) {
	const t = await getTranslations("trustcard");
	const title = card.shopName ?? card.shopCode;
	return (
		<ClientMessages namespaces={["trustcard", "trustrules", "errors"]}>
			<Crumb label={title} />
			<PageHeader
				title={title}
				description={card.brandName}
				meta={
					<span className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
						<CopyableId value={card.shopCode} label={t("shop")} />
						<a href={depositHref} className="figure text-brand-ink underline underline-offset-4">
							{t("deposit")} {formatFen(card.depositFen)}
						</a>
					</span>
				}
				actions={actions}
			/>
			{notice}
			<div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_26rem]">
				<div className="min-w-0 space-y-4">{children}</div>
				<div className="min-w-0 space-y-6">
					{aside}
					<CardTimeline events={card.events} />
				</div>
			</div>
		</ClientMessages>
	);
}
