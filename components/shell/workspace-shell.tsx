"use client";

import { Menu, PanelLeftClose, PanelLeftOpen } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { lazy, type ReactNode, useState, useTransition } from "react";
import { useTranslations } from "use-intl";
import { cn } from "@/components/ui/cn";
import { Logo, LogoMark } from "@/components/ui/logo";
import { OnDemand } from "@/components/ui/on-demand";
import { setNavigation } from "@/lib/platform/preferences/actions";
import { CrumbProvider, CrumbTrail } from "./crumbs";
import { LanguageSwitch } from "./language-switch";
import { findCurrentItem, type NavigationSection } from "./navigation";
import { NotificationsBell } from "./notifications-bell";
import {
	OrganisationSwitcher,
	type ShellOrganisation,
	type SwitchOrganisation,
} from "./organisation-switcher";
import { SideNavigation } from "./side-navigation";
import { SkipLink } from "./skip-link";
import { type ThemeChoice, ThemeSwitch } from "./theme-switch";
import { type ShellUser, type SignOut, UserMenu } from "./user-menu";

export type WorkspaceShellProps = {
	/** The workspace's name and first page, such as 服务商工作台. */
	workspace: { label: string; href: string };
	navigation: readonly NavigationSection[];
	user: ShellUser;
	organisations: readonly ShellOrganisation[];
	currentOrganisationId: string;
	unreadCount: number;
	/** From `readPreferences()`. */
	theme: ThemeChoice;
	foldedAtFirst: boolean;
	switchOrganisation: SwitchOrganisation;
	signOut: SignOut;
	children: ReactNode;
};

/** The frame of the three workspaces: side navigation, top bar, content. */
export function WorkspaceShell({ foldedAtFirst, children, ...props }: WorkspaceShellProps) {
	const t = useTranslations("shell");
	const [folded, setFolded] = useState(foldedAtFirst);
	const [, startTransition] = useTransition();
	function toggleFolded() {
		setFolded(!folded);
		startTransition(async () => {
			await setNavigation({ navigation: folded ? "open" : "folded" });
		});
	}
	return (
		<CrumbProvider>
			<SkipLink label={t("skipToContent")} />
			<div className="flex min-h-dvh">
				<SideColumn {...props} folded={folded} onToggle={toggleFolded} />
				<div className="flex min-w-0 grow flex-col">
					<TopBar {...props} />
					<main
						id="content"
						tabIndex={-1}
						className="mx-auto w-full max-w-[92rem] grow px-4 py-6 outline-none sm:px-6 lg:px-8"
					>
						{children}
					</main>
				</div>
			</div>
		</CrumbProvider>
	);
}

export type FrameProps = Omit<WorkspaceShellProps, "children" | "foldedAtFirst">;

function SideColumn(props: FrameProps & { folded: boolean; onToggle: () => void }) {
	const t = useTranslations("shell.navigation");
	const tCommon = useTranslations("common");
	const { folded, workspace } = props;
	const FoldIcon = folded ? PanelLeftOpen : PanelLeftClose;
	return (
		<aside
			className={cn(
				"sticky top-0 hidden h-dvh shrink-0 flex-col border-r bg-surface lg:flex",
				folded ? "w-18" : "w-62",
			)}
		>
			<div
				aria-hidden="true"
				className="isobars pointer-events-none absolute inset-x-0 bottom-0 h-64 text-brand opacity-10"
			/>
			<div className={cn("flex h-16 shrink-0 items-center", folded ? "justify-center" : "px-5")}>
				<Link
					href={workspace.href}
					aria-label={`${tCommon("brand")} · ${workspace.label}`}
					className="min-w-0 rounded-md"
				>
					{folded ? <LogoMark /> : <Logo name={tCommon("brand")} note={workspace.label} />}
				</Link>
			</div>
			<div className="px-3 pb-4">
				<OrganisationSwitcher
					organisations={props.organisations}
					currentId={props.currentOrganisationId}
					switchOrganisation={props.switchOrganisation}
					folded={folded}
				/>
			</div>
			<div className="relative grow overflow-y-auto px-3">
				<SideNavigation sections={props.navigation} folded={folded} />
			</div>
			<div className={cn("relative flex p-3", folded && "justify-center")}>
				<button
					type="button"
					onClick={props.onToggle}
					aria-label={t(folded ? "unfold" : "fold")}
					aria-expanded={!folded}
					className="inline-flex size-9 items-center justify-center rounded-md text-ink-faint hover:bg-sunken hover:text-ink"
				>
					<FoldIcon aria-hidden="true" className="size-4.5" />
				</button>
			</div>
		</aside>
	);
}

function TopBar(props: FrameProps) {
	const t = useTranslations("shell");
	const current = findCurrentItem(props.navigation, usePathname());
	const base = [
		{ label: props.workspace.label, href: props.workspace.href },
		...(current && current.href !== props.workspace.href
			? [{ label: current.label, href: current.href }]
			: []),
	];
	return (
		<header className="sticky top-0 z-20 flex h-14 items-center gap-2 border-b bg-paper/90 px-3 backdrop-blur-sm sm:px-6 lg:px-8">
			<MobileNavigation {...props} />
			<CrumbTrail base={base} label={t("breadcrumbs")} />
			<div className="flex shrink-0 items-center gap-0.5">
				<LanguageSwitch className="max-sm:hidden" />
				<ThemeSwitch theme={props.theme} />
				<NotificationsBell unreadCount={props.unreadCount} />
				<UserMenu user={props.user} signOut={props.signOut} />
			</div>
		</header>
	);
}

const loadMobileNavigation = () => import("./mobile-navigation");
const MobileNavigationOpened = lazy(loadMobileNavigation);

function MobileNavigation(props: FrameProps) {
	const t = useTranslations("shell.navigation");
	const face = {
		label: t("open"),
		className:
			"inline-flex size-10 shrink-0 items-center justify-center rounded-md text-ink hover:bg-sunken lg:hidden",
		children: <Menu aria-hidden="true" className="size-5" />,
	};
	const opened = <MobileNavigationOpened face={face} {...props} />;
	return <OnDemand opens="dialog" load={loadMobileNavigation} face={face} opened={opened} />;
}
