"use client";

import { lazy } from "react";
import { useTranslations } from "use-intl";
import { Avatar } from "@/components/ui/avatar";
import { OnDemand } from "@/components/ui/on-demand";

export type ShellUser = { name: string; email: string };

/** A server action that ends the session and redirects. */
export type SignOut = () => Promise<unknown>;

const load = () => import("./user-menu-opened");
const UserMenuOpened = lazy(load);

export function UserMenu({ user, signOut }: { user: ShellUser; signOut: SignOut }) {
	const t = useTranslations("shell.user");
	const face = {
		label: t("menu", { name: user.name }),
		className: "rounded-full p-0.5",
		children: <Avatar name={user.name} />,
	};
	const opened = <UserMenuOpened face={face} user={user} signOut={signOut} />;
	return <OnDemand opens="menu" load={load} face={face} opened={opened} />;
}
