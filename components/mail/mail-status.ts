import type { StatusTones } from "@/components/ui/status-badge";
import type { MailRow } from "@/lib/platform/mail/types";

export const mailTones: StatusTones<MailRow["status"]> = {
	PENDING: "info",
	SENT: "success",
	KEPT: "brand",
	FAILED: "danger",
};
