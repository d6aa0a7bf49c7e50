"use client";

import Link from "next/link";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import type { Face } from "@/components/ui/on-demand";
import { Sheet, SheetContent, SheetFace } from "@/components/ui/sheet";
import { routes } from "@/lib/platform/routes/routes";
import { LanguageSwitch } from "./language-switch";
import { publicAnchors } from "./public-anchors";

export default function PublicMenu({ face }: { face: Face }) {
	const t = useTranslations("shell.public");
	const tCommon = useTranslations("common");
	const [open, setOpen] = useState(true);
	const close = () => setOpen(false);
	return (
		<Sheet open={open} onOpenChange={setOpen}>
			<SheetFace {...face} />
			<SheetContent title={tCommon("brand")}>
				<nav aria-label={t("navigation")} className="flex flex-col">
					{publicAnchors.map((anchor) => (
						<Link
							key={anchor}
							href={`${routes.home()}#${anchor}`}
							onClick={close}
							className="border-b py-3 text-base text-ink"
						>
							{t(anchor)}
						</Link>
					))}
					<Link href={routes.notices()} onClick={close} className="border-b py-3 text-base text-ink">
						{t("notices")}
					</Link>
				</nav>
				<div className="mt-6 flex flex-col gap-3">
					<Button asChild>
						<Link href={routes.register()} onClick={close}>
							{t("register")}
						</Link>
					</Button>
					<Button asChild variant="secondary">
						<Link href={routes.signIn()} onClick={close}>
							{t("signIn")}
						</Link>
					</Button>
					<LanguageSwitch className="self-start" />
				</div>
			</SheetContent>
		</Sheet>
	);
}
