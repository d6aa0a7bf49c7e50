"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { useTranslations } from "use-intl";
import {
	DropdownMenu,
	DropdownMenuContent,
	DropdownMenuFace,
	DropdownMenuLabel,
	DropdownMenuRadioGroup,
	DropdownMenuRadioItem,
} from "@/components/ui/dropdown-menu";
import type { Face } from "@/components/ui/on-demand";
import { OrganisationFace, type OrganisationSwitcherProps } from "./organisation-switcher";

type Props = Omit<OrganisationSwitcherProps, "folded"> & { face: Face };

export default function OrganisationSwitcherOpened({
	face,
	organisations,
	currentId,
	switchOrganisation,
}: Props) {
	const t = useTranslations("shell.organisation");
	const router = useRouter();
	const [isPending, startTransition] = useTransition();
	function choose(organisationId: string) {
		if (organisationId === currentId) return;
		startTransition(async () => {
			await switchOrganisation({ organisationId });
			router.refresh();
		});
	}
	return (
		<DropdownMenu defaultOpen>
			<DropdownMenuFace {...face} isBusy={isPending} />
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
