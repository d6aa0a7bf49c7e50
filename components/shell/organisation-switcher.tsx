"use client";

import { Building2, ChevronsUpDown } from "lucide-react";
import { lazy } from "react";
import { useTranslations } from "use-intl";
import { cn } from "@/components/ui/cn";
import { OnDemand } from "@/components/ui/on-demand";

export type ShellOrganisation = { id: string; name: string; roleLabel: string };

/** A server action; it may redirect to the other organisation's workspace. */
export type SwitchOrganisation = (input: { organisationId: string }) => Promise<unknown>;

export type OrganisationSwitcherProps = {
	organisations: readonly ShellOrganisation[];
	currentId: string;
	switchOrganisation: SwitchOrganisation;
	folded?: boolean;
};

const load = () => import("./organisation-switcher-opened");
const OrganisationSwitcherOpened = lazy(load);

export function OrganisationSwitcher({ folded, ...props }: OrganisationSwitcherProps) {
	const t = useTranslations("shell.organisation");
	const current = props.organisations.find((organisation) => organisation.id === props.currentId);
	if (!current) return null;
	const shown = <OrganisationFace organisation={current} folded={folded} />;
	if (props.organisations.length === 1)
		return <div className="flex items-center gap-2.5 px-2 py-1.5">{shown}</div>;
	const face = {
		className: cn(
			"flex w-full items-center gap-2.5 rounded-md border border-line bg-surface px-2 py-1.5 text-left hover:border-line-strong",
			folded && "justify-center border-transparent bg-transparent px-0",
		),
		children: (
			<>
				{shown}
				<span className="sr-only">{t("switch")}</span>
				{!folded && <ChevronsUpDown aria-hidden="true" className="ml-auto size-4 shrink-0 text-ink-faint" />}
			</>
		),
	};
	const opened = <OrganisationSwitcherOpened face={face} {...props} />;
	return <OnDemand opens="menu" load={load} face={face} opened={opened} />;
}

export function OrganisationFace({
	organisation,
	folded,
}: {
	organisation: ShellOrganisation;
	folded?: boolean;
}) {
	return (
		<>
			<span className="flex size-8 shrink-0 items-center justify-center rounded-[3px_9px_3px_3px] bg-brand-soft text-brand-ink">
				<Building2 aria-hidden="true" className="size-4" />
			</span>
			<span className={cn("min-w-0", folded && "sr-only")}>
				<span className="block truncate font-medium text-ink text-xs">{organisation.name}</span>
				<span className="block truncate text-2xs text-ink-faint">{organisation.roleLabel}</span>
			</span>
		</>
	);
}
