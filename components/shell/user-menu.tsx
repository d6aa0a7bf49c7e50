"use client";

import { Bell, LogOut, MonitorSmartphone } from "lucide-react";
import Link from "next/link";
import { useTransition } from "react";
import { useTranslations } from "use-intl";
import { Avatar } from "@/components/ui/avatar";
import {
	DropdownMenu,
	DropdownMenuContent,
	DropdownMenuItem,
	DropdownMenuSeparator,
	DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { routes } from "@/lib/platform/routes/routes";

export type ShellUser = { name: string; email: string };

/** A server action that ends the session and redirects. */
export type SignOut = () => Promise<unknown>;

export function UserMenu({ user, signOut }: { user: ShellUser; signOut: SignOut }) {
	const t = useTranslations("shell.user");
	const [pending, startTransition] = useTransition();
	function leave() {
		startTransition(async () => {
			await signOut();
		});
	}
	return (
		<DropdownMenu>
			<DropdownMenuTrigger aria-label={t("menu", { name: user.name })} className="rounded-full p-0.5">
				<Avatar name={user.name} />
			</DropdownMenuTrigger>
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
