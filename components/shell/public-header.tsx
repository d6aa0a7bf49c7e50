"use client";

import { Menu } from "lucide-react";
import Link from "next/link";
import { lazy } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Logo } from "@/components/ui/logo";
import { OnDemand } from "@/components/ui/on-demand";
import { routes } from "@/lib/platform/routes/routes";
import { LanguageSwitch } from "./language-switch";
import { publicAnchors } from "./public-anchors";
import { SkipLink } from "./skip-link";
import { type ThemeChoice, ThemeSwitch } from "./theme-switch";

export function PublicHeader({ theme }: { theme: ThemeChoice }) {
	const t = useTranslations("shell");
	const tCommon = useTranslations("common");
	return (
		<>
			<SkipLink label={t("skipToContent")} />
			<header className="sticky top-0 z-20 border-b border-line/60 bg-paper/90 backdrop-blur-sm">
				<div className="mx-auto flex h-16 max-w-[80rem] items-center gap-2 px-4 sm:px-8">
					<Link href={routes.home()} className="rounded-md">
						<Logo name={tCommon("brand")} />
					</Link>
					<nav aria-label={t("public.navigation")} className="mx-auto hidden items-center gap-1 lg:flex">
						{publicAnchors.map((anchor) => (
							<Link
								key={anchor}
								href={`${routes.home()}#${anchor}`}
								className="rounded-md px-3 py-2 text-ink-soft text-sm hover:text-ink"
							>
								{t(`public.${anchor}`)}
							</Link>
						))}
						<Link
							href={routes.notices()}
							className="rounded-md px-3 py-2 text-ink-soft text-sm hover:text-ink"
						>
							{t("public.notices")}
						</Link>
					</nav>
					<div className="flex items-center gap-1 max-lg:ml-auto">
						<LanguageSwitch className="max-sm:hidden" />
						<ThemeSwitch theme={theme} />
						<Button asChild variant="ghost" className="max-sm:hidden">
							<Link href={routes.signIn()}>{t("public.signIn")}</Link>
						</Button>
						<Button asChild className="max-xs:hidden">
							<Link href={routes.register()}>{t("public.register")}</Link>
						</Button>
						<PublicMenu />
					</div>
				</div>
			</header>
		</>
	);
}

const load = () => import("./public-menu");
const PublicMenuOpened = lazy(load);

function PublicMenu() {
	const t = useTranslations("shell.public");
	const face = {
		label: t("menu"),
		className: "inline-flex size-10 items-center justify-center rounded-md hover:bg-sunken lg:hidden",
		children: <Menu aria-hidden="true" className="size-5" />,
	};
	return <OnDemand opens="dialog" load={load} face={face} opened={<PublicMenuOpened face={face} />} />;
}
