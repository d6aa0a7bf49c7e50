import { LinkTabs } from "@/components/ui/link-tabs";
import { getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

export async function PartnersTabs({ current }: { current: "partners" | "freeShops" | "proposals" }) {
	const t = await getTranslations("gmv");
	return (
		<div className="mb-4">
			<LinkTabs
				label={t("partners.tabs")}
				tabs={[
					{
						href: routes.ops.partners(),
						label: t("partners.tabPartners"),
						isCurrent: current === "partners",
					},
					{
						href: routes.ops.freeShops(),
						label: t("partners.tabFreeShops"),
						isCurrent: current === "freeShops",
					},
					{
						href: routes.ops.bindingProposals(),
						label: t("partners.tabProposals"),
						isCurrent: current === "proposals",
					},
				]}
			/>
		</div>
	);
}
