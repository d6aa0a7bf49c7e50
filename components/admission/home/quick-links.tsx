import { ArrowUpRight, type LucideIcon, Store, UsersRound, Wind } from "lucide-react";
import Link from "next/link";
import { getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

const links: readonly { id: "tier" | "shops" | "members"; href: string; Icon: LucideIcon }[] = [
	{ id: "tier", href: routes.partner.tier(), Icon: Wind },
	{ id: "shops", href: routes.partner.shops(), Icon: Store },
	{ id: "members", href: routes.partner.members(), Icon: UsersRound },
];

/** Where an evaluated partner goes from home. */
export async function QuickLinks() {
	const t = await getTranslations("admission");
	return (
		<nav aria-label={t("home.linksTitle")} className="grid gap-4 md:grid-cols-3">
			{links.map(({ id, href, Icon }) => (
				<Link
					key={id}
					href={href}
					className="sail group flex items-start gap-4 border bg-surface p-5 transition-colors hover:border-brand"
				>
					<Icon aria-hidden="true" className="mt-0.5 size-5 shrink-0 text-brand" />
					<span className="min-w-0 grow">
						<span className="block font-medium text-ink">{t(`home.links.${id}.title`)}</span>
						<span className="block text-ink-faint text-xs">{t(`home.links.${id}.text`)}</span>
					</span>
					<ArrowUpRight
						aria-hidden="true"
						className="size-4 shrink-0 text-ink-faint transition-colors group-hover:text-brand"
					/>
				</Link>
			))}
		</nav>
	);
}
