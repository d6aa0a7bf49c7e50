import type { ReactNode } from "react";
import { AuthFrame } from "@/components/shell/auth-frame";
import { ClientMessages } from "@/components/shell/client-messages";
import { readPreferences } from "@/lib/platform/preferences/read";

export default async function AuthLayout({ children }: { children: ReactNode }) {
	const { theme } = await readPreferences();
	return (
		<AuthFrame theme={theme}>
			<ClientMessages namespaces={["identity", "errors"]}>{children}</ClientMessages>
		</AuthFrame>
	);
}
