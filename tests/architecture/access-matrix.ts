import type { Permission } from "@/lib/platform/access/permissions";

/**
 * Every door of the portal and who may open it: each exported server action (`<folder>#<name>`) and each API route
 * (`METHOD /path`). `public` doors ask for no session; `key` doors check a credential of their own.
 */
export const accessMatrix: Record<string, Permission | "public" | "key"> = {};
