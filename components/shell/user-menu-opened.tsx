"use client";

import { Bell, LogOut, MonitorSmartphone } from "lucide-react";
import Link from "next/link";
import { useTransition } from "react";
import { useTranslations } from "use-intl";
import {
	DropdownMenu,
	DropdownMenuContent,
	DropdownMenuFace,
	DropdownMenuItem,
	DropdownMenuSeparator,
} from "@/components/ui/dropdown-menu";
import type { Face } from "@/components/ui/on-demand";
import { routes } from "@/lib/platform/routes/routes";
import type { ShellUser, SignOut } from "./user-menu";

export default function UserMenuOpened({
	face,
	user,
	signOut,
}: {
	face: Face;
	user: ShellUser;
	signOut: SignOut;
}) {
	const t = useTranslations("shell.user");
	const [pending, startTransition] = useTransition();
	function leave() {
		startTransition(async () => {
			await signOut();
		});
	}
	return (
		<DropdownMenu defaultOpen>
			<DropdownMenuFace {...face} />
			<DropdownMenuContent align="end" className="min-w-56">
				<div className="px-2.5 py-2">
					<p className="truncate font-medium text-sm">{user.name}</p>
					<p className="truncate text-ink-faint text-xs">{user.email}</p>
				</div>
				<DropdownMenuSeparator />
				<DropdownMenuItem asChild>
					<Link href={routes.account.notifications()}>
						<Bell aria-hidden="true" />
						{t("notifications")}
					</Link>
				</DropdownMenuItem>
				<DropdownMenuItem asChild>
					<Link href={routes.account.sessions()}>
						<MonitorSmartphone aria-hidden="true" />
						{t("sessions")}
					</Link>
				</DropdownMenuItem>
				<DropdownMenuSeparator />
				<DropdownMenuItem onSelect={leave} disabled={pending}>
					<LogOut aria-hidden="true" />
					{t("signOut")}
				</DropdownMenuItem>
			</DropdownMenuContent>
		</DropdownMenu>
	);
}
