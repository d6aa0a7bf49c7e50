"use client";

import { useState } from "react";
import type { Face } from "@/components/ui/on-demand";
import { Sheet, SheetContent, SheetFace } from "@/components/ui/sheet";
import { LanguageSwitch } from "./language-switch";
import { OrganisationSwitcher } from "./organisation-switcher";
import { SideNavigation } from "./side-navigation";
import type { FrameProps } from "./workspace-shell";

export default function MobileNavigation({ face, ...props }: FrameProps & { face: Face }) {
	const [open, setOpen] = useState(true);
	return (
		<Sheet open={open} onOpenChange={setOpen}>
			<SheetFace {...face} />
			<SheetContent side="left" title={props.workspace.label}>
				<div className="flex flex-col gap-5">
					<OrganisationSwitcher
						organisations={props.organisations}
						currentId={props.currentOrganisationId}
						switchOrganisation={props.switchOrganisation}
					/>
					<SideNavigation sections={props.navigation} onNavigate={() => setOpen(false)} />
					<LanguageSwitch className="self-start" />
				</div>
			</SheetContent>
		</Sheet>
	);
}
