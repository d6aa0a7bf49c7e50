"use client";

import { Building2, ChevronsUpDown } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { useTranslations } from "use-intl";
import { cn } from "@/components/ui/cn";
import {
	DropdownMenu,
	DropdownMenuContent,
	DropdownMenuLabel,
	DropdownMenuRadioGroup,
	DropdownMenuRadioItem,
	DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { Spinner } from "@/components/ui/spinner";

export type ShellOrganisation = { id: string; name: string; roleLabel: string };

/** A server action; it may redirect to the other organisation's workspace. */
export type SwitchOrganisation = (input: { organisationId: string }) => Promise<unknown>;

export type OrganisationSwitcherProps = {
	organisations: readonly ShellOrganisation[];
	currentId: string;
	switchOrganisation: SwitchOrganisation;
	folded?: boolean;
};

export function OrganisationSwitcher({
	organisations,
	currentId,
	switchOrganisation,
	folded,
}: OrganisationSwitcherProps) {
	const t = useTranslations("shell.organisation");
	const router = useRouter();
	const [pending, startTransition] = useTransition();
	const current = organisations.find((organisation) => organisation.id === currentId);
	function choose(organisationId: string) {
		if (organisationId === currentId) return;
		startTransition(async () => {
			await switchOrganisation({ organisationId });
			router.refresh();
		});
	}
	if (!current) return null;
	const face = <OrganisationFace organisation={current} folded={folded} />;
	if (organisations.length === 1) return <div className="flex items-center gap-2.5 px-2 py-1.5">{face}</div>;
	return (
		<DropdownMenu>
			<DropdownMenuTrigger
				className={cn(
					"flex w-full items-center gap-2.5 rounded-md border border-line bg-surface px-2 py-1.5 text-left hover:border-line-strong",
					folded && "justify-center border-transparent bg-transparent px-0",
				)}
			>
				{face}
				<span className="sr-only">{t("switch")}</span>
				{pending ? (
					<Spinner className="ml-auto" />
				) : (
					!folded && <ChevronsUpDown aria-hidden="true" className="ml-auto size-4 shrink-0 text-ink-faint" />
				)}
			</DropdownMenuTrigger>
			<DropdownMenuContent align="start" className="min-w-64">
				<DropdownMenuLabel>{t("switch")}</DropdownMenuLabel>
				<DropdownMenuRadioGroup value={currentId} onValueChange={choose}>
					{organisations.map((organisation) => (
						<DropdownMenuRadioItem key={organisation.id} value={organisation.id}>
							<OrganisationFace organisation={organisation} />
						</DropdownMenuRadioItem>
					))}
				</DropdownMenuRadioGroup>
			</DropdownMenuContent>
		</DropdownMenu>
	);
}

function OrganisationFace({ organisation, folded }: { organisation: ShellOrganisation; folded?: boolean }) {
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
