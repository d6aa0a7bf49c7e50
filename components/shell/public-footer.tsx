import Link from "next/link";
import { Logo } from "@/components/ui/logo";
import { getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";
import { publicAnchors } from "./public-anchors";

const linkClasses = "rounded-sm text-ink-soft text-sm hover:text-ink hover:underline underline-offset-4";

export async function PublicFooter() {
	const t = await getTranslations("shell");
	const tCommon = await getTranslations("common");
	return (
		<footer className="border-t bg-surface px-4 py-12 sm:px-8">
			<div className="mx-auto grid max-w-[76rem] gap-10 md:grid-cols-[2fr_1fr_1fr]">
				<div>
					<Logo name={tCommon("brand")} />
					<p className="mt-4 max-w-sm text-ink-soft text-sm">{t("public.footer.about")}</p>
				</div>
				<nav aria-label={t("public.footer.explore")}>
					<p className="mb-3 font-semibold text-ink text-sm">{t("public.footer.explore")}</p>
					<ul className="flex flex-col gap-2">
						{publicAnchors.map((anchor) => (
							<li key={anchor}>
								<Link href={`${routes.home()}#${anchor}`} className={linkClasses}>
									{t(`public.${anchor}`)}
								</Link>
							</li>
						))}
						<li>
							<Link href={routes.notices()} className={linkClasses}>
								{t("public.notices")}
							</Link>
						</li>
					</ul>
				</nav>
				<nav aria-label={t("public.footer.start")}>
					<p className="mb-3 font-semibold text-ink text-sm">{t("public.footer.start")}</p>
					<ul className="flex flex-col gap-2">
						<li>
							<Link href={routes.register()} className={linkClasses}>
								{t("public.register")}
							</Link>
						</li>
						<li>
							<Link href={routes.brandRequest()} className={linkClasses}>
								{t("public.brandRequest")}
							</Link>
						</li>
						<li>
							<Link href={routes.signIn()} className={linkClasses}>
								{t("public.signIn")}
							</Link>
						</li>
					</ul>
				</nav>
				<div className="border-t pt-6 text-ink-faint text-xs md:col-span-full">
					<p>{t("public.footer.facts")}</p>
					<p className="mt-1">{t("public.footer.rules")}</p>
				</div>
			</div>
		</footer>
	);
}
