import { writeFile } from "node:fs/promises";
import { allOperations } from "@/lib/web/all-operations";
import { permissionsPage } from "@/lib/web/permissions";
import { say } from "./progress";

const operations = await allOperations();
await writeFile("docs/permissions.md", permissionsPage(operations.values()));
say(`docs/permissions.md: ${operations.size} operations`);
