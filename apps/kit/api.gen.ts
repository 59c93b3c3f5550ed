// Generated from openapi.json by npm run generate.
export interface paths {
    "/v1/access/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** API keys (never the key itself) */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: date-time */
                                created_at: string;
                                /** Format: uuid */
                                key_id: string;
                                /** @description sandbox: may move the clock, outside production only. */
                                kind: "live" | "sandbox";
                                name: string;
                                place_ids: string[];
                                revoked_at: string | null;
                                scopes: string[];
                            }[];
                            next: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Make an API key; it is shown once */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description sandbox: may move the clock, outside production only. */
                        kind?: "live" | "sandbox";
                        name: string;
                        place_ids?: string[];
                        scopes: string[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date-time */
                            created_at: string;
                            /** @description Shown this once. */
                            key: string;
                            /** Format: uuid */
                            key_id: string;
                            /** @description sandbox: may move the clock, outside production only. */
                            kind: "live" | "sandbox";
                            name: string;
                            place_ids: string[];
                            revoked_at: string | null;
                            scopes: string[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/access/api-keys/{key_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke an API key */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    key_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/access/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who looked at this person, newest first */
        get: {
            parameters: {
                query: {
                    cursor?: string;
                    limit: number;
                    profile_id: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                action: string;
                                actor_id: string;
                                actor_kind: string;
                                /** Format: date-time */
                                at: string;
                                /** Format: uuid */
                                audit_id: string;
                                detail: {
                                    [key: string]: unknown;
                                };
                                place_id: string | null;
                                /** Format: uuid */
                                profile_id: string;
                            }[];
                            next: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/access/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who am I */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description staff, member, visitor, api or nobody */
                            kind: string;
                            place_id: string | null;
                            place_ids: string[] | null;
                            profile_id: string | null;
                            scopes: string[];
                            staff: {
                                active: boolean;
                                code: string;
                                display_name: string;
                                display_name_en: string | null;
                                external_id: string | null;
                                has_pin: boolean;
                                initial_until: string | null;
                                locked_until: string | null;
                                place_ids: string[];
                                role: "clerk" | "agent" | "marketer" | "merchandiser" | "manager" | "admin";
                                /** Format: uuid */
                                staff_id: string;
                                version: number;
                            } | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/access/me/passkey-challenges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a browser needs to make me (staff) a passkey */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            challenge: string;
                        } & {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/access/me/passkeys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My passkeys (staff) */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                backed_up: boolean;
                                /** Format: date-time */
                                created_at: string;
                                name: string;
                                /** Format: uuid */
                                passkey_id: string;
                                /** @description The domain it works on. */
                                site: string;
                                /** @description Kept by a password manager and on several devices, not on one alone. */
                                synced: boolean;
                                used_at: string | null;
                            }[];
                            next: null;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Register the passkey made (staff) */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name?: string;
                        response: {
                            authenticatorAttachment?: "platform" | "cross-platform";
                            clientExtensionResults: {
                                [key: string]: unknown;
                            };
                            id: string;
                            rawId: string;
                            response: {
                                attestationObject: string;
                                authenticatorData?: string;
                                clientDataJSON: string;
                                publicKey?: string;
                                publicKeyAlgorithm?: number;
                                transports?: string[];
                            };
                            /** @enum {string} */
                            type: "public-key";
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            backed_up: boolean;
                            /** Format: date-time */
                            created_at: string;
                            name: string;
                            /** Format: uuid */
                            passkey_id: string;
                            /** @description The domain it works on. */
                            site: string;
                            /** @description Kept by a password manager and on several devices, not on one alone. */
                            synced: boolean;
                            used_at: string | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/access/me/passkeys/{passkey_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove one of my passkeys (staff) */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    passkey_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/access/passkey-challenges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Challenge to sign in staff by passkey */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            challenge: string;
                        } & {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/access/passkey-sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in staff by passkey */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        place_id?: string | null;
                        response: {
                            authenticatorAttachment?: "platform" | "cross-platform";
                            clientExtensionResults: {
                                [key: string]: unknown;
                            };
                            id: string;
                            rawId: string;
                            response: {
                                authenticatorData: string;
                                clientDataJSON: string;
                                signature: string;
                                userHandle?: string;
                            };
                            /** @enum {string} */
                            type: "public-key";
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date-time */
                            expires_at: string;
                            place_id: string | null;
                            staff: {
                                active: boolean;
                                code: string;
                                display_name: string;
                                display_name_en: string | null;
                                external_id: string | null;
                                has_pin: boolean;
                                initial_until: string | null;
                                locked_until: string | null;
                                place_ids: string[];
                                role: "clerk" | "agent" | "marketer" | "merchandiser" | "manager" | "admin";
                                /** Format: uuid */
                                staff_id: string;
                                version: number;
                            };
                            /** @description Only without the Engawa-Face header; faces get a cookie. */
                            token?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/access/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Sign out: end this session */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/access/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where I am signed in */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: date-time */
                                created_at: string;
                                current: boolean;
                                device: string | null;
                                /** Format: date-time */
                                expires_at: string;
                                method: string | null;
                                place_id: string | null;
                                seen_at: string | null;
                                /** Format: uuid */
                                session_id: string;
                            }[];
                            next: null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** Sign out everywhere, or everywhere else */
        delete: {
            parameters: {
                query: {
                    /** @description Keep this session. */
                    others: boolean;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            ended: number;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/access/sessions/{session_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End one of my sessions */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    session_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/access/staff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Staff of my shops */
        get: {
            parameters: {
                query: {
                    cursor?: string;
                    limit: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                active: boolean;
                                code: string;
                                display_name: string;
                                display_name_en: string | null;
                                external_id: string | null;
                                has_pin: boolean;
                                initial_until: string | null;
                                locked_until: string | null;
                                place_ids: string[];
                                role: "clerk" | "agent" | "marketer" | "merchandiser" | "manager" | "admin";
                                /** Format: uuid */
                                staff_id: string;
                                version: number;
                            }[];
                            next: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Add a staff member */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        active?: boolean;
                        code: string;
                        display_name: string;
                        display_name_en?: string | null;
                        external_id?: string;
                        /** @description 4 to 8 digits; kept only as a hash. */
                        pin?: string;
                        place_ids?: string[];
                        role: "clerk" | "agent" | "marketer" | "merchandiser" | "manager" | "admin";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            active: boolean;
                            code: string;
                            display_name: string;
                            display_name_en: string | null;
                            external_id: string | null;
                            has_pin: boolean;
                            initial_until: string | null;
                            locked_until: string | null;
                            place_ids: string[];
                            role: "clerk" | "agent" | "marketer" | "merchandiser" | "manager" | "admin";
                            /** Format: uuid */
                            staff_id: string;
                            version: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/access/staff-sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in by staff code and PIN (or switch) */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Her own from now on; needed when a colleague set the one before. */
                        new_pin?: string;
                        /** @description 4 to 8 digits; kept only as a hash. */
                        pin: string;
                        place_id?: string | null;
                        staff_code: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date-time */
                            expires_at: string;
                            place_id: string | null;
                            staff: {
                                active: boolean;
                                code: string;
                                display_name: string;
                                display_name_en: string | null;
                                external_id: string | null;
                                has_pin: boolean;
                                initial_until: string | null;
                                locked_until: string | null;
                                place_ids: string[];
                                role: "clerk" | "agent" | "marketer" | "merchandiser" | "manager" | "admin";
                                /** Format: uuid */
                                staff_id: string;
                                version: number;
                            };
                            /** @description Only without the Engawa-Face header; faces get a cookie. */
                            token?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/access/staff/{staff_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One staff member */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Our id, or `ext:` and the retailer’s own. */
                    staff_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            active: boolean;
                            code: string;
                            display_name: string;
                            display_name_en: string | null;
                            external_id: string | null;
                            has_pin: boolean;
                            initial_until: string | null;
                            locked_until: string | null;
                            place_ids: string[];
                            role: "clerk" | "agent" | "marketer" | "merchandiser" | "manager" | "admin";
                            /** Format: uuid */
                            staff_id: string;
                            version: number;
                        };
                    };
                };
            };
        };
        /** Make or change the staff member of an external id (`ext:…`), or change one of ours */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Our id, or `ext:` and the retailer’s own. */
                    staff_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        active?: boolean;
                        code: string;
                        display_name: string;
                        display_name_en?: string | null;
                        /** @description 4 to 8 digits; kept only as a hash. */
                        pin?: string;
                        place_ids?: string[];
                        role: "clerk" | "agent" | "marketer" | "merchandiser" | "manager" | "admin";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            active: boolean;
                            code: string;
                            display_name: string;
                            display_name_en: string | null;
                            external_id: string | null;
                            has_pin: boolean;
                            initial_until: string | null;
                            locked_until: string | null;
                            place_ids: string[];
                            role: "clerk" | "agent" | "marketer" | "merchandiser" | "manager" | "admin";
                            /** Format: uuid */
                            staff_id: string;
                            version: number;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a staff member */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Our id, or `ext:` and the retailer’s own. */
                    staff_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        active?: boolean;
                        code?: string;
                        display_name?: string;
                        display_name_en?: string | null;
                        external_id?: string;
                        /** @description 4 to 8 digits; kept only as a hash. */
                        pin?: string;
                        place_ids?: string[];
                        role?: "clerk" | "agent" | "marketer" | "merchandiser" | "manager" | "admin";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            active: boolean;
                            code: string;
                            display_name: string;
                            display_name_en: string | null;
                            external_id: string | null;
                            has_pin: boolean;
                            initial_until: string | null;
                            locked_until: string | null;
                            place_ids: string[];
                            role: "clerk" | "agent" | "marketer" | "merchandiser" | "manager" | "admin";
                            /** Format: uuid */
                            staff_id: string;
                            version: number;
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/v1/access/staff/{staff_id}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Sign a staff member out everywhere: a lost tablet, a doubt */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Our id, or `ext:` and the retailer’s own. */
                    staff_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/access/staff/by-external-id/{external_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Add or change a staff member under the retailer's own id
         * @deprecated
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    external_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        active?: boolean;
                        code: string;
                        display_name: string;
                        display_name_en?: string | null;
                        /** @description 4 to 8 digits; kept only as a hash. */
                        pin?: string;
                        place_ids?: string[];
                        role: "clerk" | "agent" | "marketer" | "merchandiser" | "manager" | "admin";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            active: boolean;
                            code: string;
                            display_name: string;
                            display_name_en: string | null;
                            external_id: string | null;
                            has_pin: boolean;
                            initial_until: string | null;
                            locked_until: string | null;
                            place_ids: string[];
                            role: "clerk" | "agent" | "marketer" | "merchandiser" | "manager" | "admin";
                            /** Format: uuid */
                            staff_id: string;
                            version: number;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/activity/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow the log: now `/v1/events`.
         * @deprecated
         */
        get: {
            parameters: {
                query: {
                    /** @description The `next` of the former page; absent: from the beginning. */
                    after?: string;
                    limit: number;
                    profile_id?: string;
                    subject_id?: string;
                    type?: string[];
                    /** @description Wait so long for something to tell before answering with nothing. */
                    wait_seconds: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                actor_id: string | null;
                                actor_kind: string;
                                channel: string | null;
                                /** Format: uuid */
                                event_id: string;
                                facts: {
                                    [key: string]: unknown;
                                };
                                /** Format: date-time */
                                occurred_at: string;
                                place_id: string | null;
                                /** @description Whom it is about; null for a key without the scope `customers.read`. */
                                profile_id: string | null;
                                /** Format: date-time */
                                received_at: string;
                                source: string;
                                subject_id: string | null;
                                subject_kind: string | null;
                                type: string;
                                version: number | null;
                            }[];
                            more: boolean;
                            next: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Tell what happened in a face, a device or another system: up to 500 events, each written once. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        events: {
                            channel?: string;
                            facts?: {
                                [key: string]: unknown;
                            };
                            /** @description Yours; a repeat (same message_id, occurred_at) is written once. */
                            message_id: string;
                            /** Format: date-time */
                            occurred_at: string;
                            /** Format: uuid */
                            place_id?: string;
                            /** Format: uuid */
                            profile_id?: string;
                            /** Format: uuid */
                            subject_id?: string;
                            subject_kind?: string;
                            type: string;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            accepted: number;
                            repeated: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/activity/retries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try stuck reactions again, all or those of one name. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reaction?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            retried: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/activity/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Watch the log live: now `/v1/events/stream`.
         * @deprecated
         */
        get: {
            parameters: {
                query?: {
                    type?: string[];
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/activity/stuck": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reactions that failed so often that nobody tries them any more, and why. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                attempts: number;
                                /** Format: date-time */
                                due_at: string;
                                /** Format: uuid */
                                event_id: string;
                                last_error: string | null;
                                /** Format: date-time */
                                occurred_at: string;
                                /** Format: uuid */
                                profile_id: string;
                                reaction: string;
                            }[];
                            next: null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/activity/types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The catalogue of events: now `/v1/events/types`.
         * @deprecated
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                collected: boolean;
                                facts: {
                                    [key: string]: unknown;
                                };
                                name: {
                                    en: string;
                                    ja: string;
                                };
                                /** @description JSON Schema of `facts`. */
                                schema: unknown;
                                /** @description The version of Engawa that told it first. */
                                since: string;
                                type: string;
                            }[];
                            next: null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/alias": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Segment HTTP Tracking API: alias, one event of at most 32 KB */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            success: boolean;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Segment HTTP Tracking API: up to 2,500 events in at most 500 KB */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            success: boolean;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/business/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Accounts by company name */
        get: {
            parameters: {
                query: {
                    /** @description `next` of the page before. */
                    after?: string;
                    limit: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                account_id: string;
                                available_yen: number;
                                billing: {
                                    address: string;
                                    attention: string | null;
                                    building: string | null;
                                    city: string;
                                    email: string | null;
                                    phone: string | null;
                                    postal_code: string;
                                    prefecture: string;
                                };
                                closing_day: number;
                                company_name: string;
                                /** @description Profiles of those who may order for it. */
                                contacts: string[];
                                credit_limit_yen: number;
                                department: string | null;
                                external_id: string | null;
                                /** @description Ordered and not delivered yet: held of the limit. */
                                open_yen: number;
                                opened_at: string;
                                /** @description Delivered (less what came back) and not paid. */
                                owed_yen: number;
                                payment_day: number;
                                payment_months: number;
                                /** Format: uuid */
                                price_list_id: string;
                                registration_number: string | null;
                                state: "active" | "suspended";
                                version: number;
                            }[];
                            next: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Open an account, or write the one with this external_id */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        billing: {
                            address: string;
                            attention: string | null;
                            building: string | null;
                            city: string;
                            email: string | null;
                            phone: string | null;
                            postal_code: string;
                            prefecture: string;
                        };
                        /** @description 締め日; 31 is the end of the month. */
                        closing_day: number;
                        company_name: string;
                        credit_limit_yen: number;
                        department?: string | null;
                        external_id?: string | null;
                        /** @description 支払日; 31 is the end of the month. */
                        payment_day?: number;
                        /** @description 翌月 is 1. */
                        payment_months?: number;
                        /** Format: uuid */
                        price_list_id: string;
                        registration_number?: string | null;
                        state?: "active" | "suspended";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            account_id: string;
                            available_yen: number;
                            billing: {
                                address: string;
                                attention: string | null;
                                building: string | null;
                                city: string;
                                email: string | null;
                                phone: string | null;
                                postal_code: string;
                                prefecture: string;
                            };
                            closing_day: number;
                            company_name: string;
                            /** @description Profiles of those who may order for it. */
                            contacts: string[];
                            credit_limit_yen: number;
                            department: string | null;
                            external_id: string | null;
                            /** @description Ordered and not delivered yet: held of the limit. */
                            open_yen: number;
                            opened_at: string;
                            /** @description Delivered (less what came back) and not paid. */
                            owed_yen: number;
                            payment_day: number;
                            payment_months: number;
                            /** Format: uuid */
                            price_list_id: string;
                            registration_number: string | null;
                            state: "active" | "suspended";
                            version: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/business/accounts/{account_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One account */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    account_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            account_id: string;
                            available_yen: number;
                            billing: {
                                address: string;
                                attention: string | null;
                                building: string | null;
                                city: string;
                                email: string | null;
                                phone: string | null;
                                postal_code: string;
                                prefecture: string;
                            };
                            closing_day: number;
                            company_name: string;
                            /** @description Profiles of those who may order for it. */
                            contacts: string[];
                            credit_limit_yen: number;
                            department: string | null;
                            external_id: string | null;
                            /** @description Ordered and not delivered yet: held of the limit. */
                            open_yen: number;
                            opened_at: string;
                            /** @description Delivered (less what came back) and not paid. */
                            owed_yen: number;
                            payment_day: number;
                            payment_months: number;
                            /** Format: uuid */
                            price_list_id: string;
                            registration_number: string | null;
                            state: "active" | "suspended";
                            version: number;
                        };
                    };
                };
            };
        };
        /** Write an account’s terms whole */
        put: {
            parameters: {
                query?: never;
                header?: {
                    "if-match"?: string;
                };
                path: {
                    account_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        billing: {
                            address: string;
                            attention: string | null;
                            building: string | null;
                            city: string;
                            email: string | null;
                            phone: string | null;
                            postal_code: string;
                            prefecture: string;
                        };
                        /** @description 締め日; 31 is the end of the month. */
                        closing_day: number;
                        company_name: string;
                        credit_limit_yen: number;
                        department?: string | null;
                        external_id?: string | null;
                        /** @description 支払日; 31 is the end of the month. */
                        payment_day?: number;
                        /** @description 翌月 is 1. */
                        payment_months?: number;
                        /** Format: uuid */
                        price_list_id: string;
                        registration_number?: string | null;
                        state?: "active" | "suspended";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            account_id: string;
                            available_yen: number;
                            billing: {
                                address: string;
                                attention: string | null;
                                building: string | null;
                                city: string;
                                email: string | null;
                                phone: string | null;
                                postal_code: string;
                                prefecture: string;
                            };
                            closing_day: number;
                            company_name: string;
                            /** @description Profiles of those who may order for it. */
                            contacts: string[];
                            credit_limit_yen: number;
                            department: string | null;
                            external_id: string | null;
                            /** @description Ordered and not delivered yet: held of the limit. */
                            open_yen: number;
                            opened_at: string;
                            /** @description Delivered (less what came back) and not paid. */
                            owed_yen: number;
                            payment_day: number;
                            payment_months: number;
                            /** Format: uuid */
                            price_list_id: string;
                            registration_number: string | null;
                            state: "active" | "suspended";
                            version: number;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/business/accounts/{account_id}/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Who may order for it: exactly these people */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    account_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        profile_ids: string[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            account_id: string;
                            available_yen: number;
                            billing: {
                                address: string;
                                attention: string | null;
                                building: string | null;
                                city: string;
                                email: string | null;
                                phone: string | null;
                                postal_code: string;
                                prefecture: string;
                            };
                            closing_day: number;
                            company_name: string;
                            /** @description Profiles of those who may order for it. */
                            contacts: string[];
                            credit_limit_yen: number;
                            department: string | null;
                            external_id: string | null;
                            /** @description Ordered and not delivered yet: held of the limit. */
                            open_yen: number;
                            opened_at: string;
                            /** @description Delivered (less what came back) and not paid. */
                            owed_yen: number;
                            payment_day: number;
                            payment_months: number;
                            /** Format: uuid */
                            price_list_id: string;
                            registration_number: string | null;
                            state: "active" | "suspended";
                            version: number;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/business/accounts/{account_id}/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Money came: it pays the invoices named, then the oldest */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    account_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        amount_yen: number;
                        /** @description Invoices it pays; the rest of it pays the oldest. */
                        matches?: {
                            amount_yen: number;
                            /** Format: uuid */
                            invoice_id: string;
                        }[];
                        /** Format: date */
                        received_on: string;
                        /** @description The bank’s id of the transfer; the same again is the same payment. */
                        reference?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            amount_yen: number;
                            /** Format: uuid */
                            payment_id: string;
                            /** Format: date */
                            received_on: string;
                            reference: string | null;
                            /** @description Left over: it pays the next invoice. */
                            unmatched_yen: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/business/ageing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What companies owe, by how long it has been due */
        get: {
            parameters: {
                query?: {
                    account_id?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                account_id: string;
                                company_name: string;
                                current_yen: number;
                                days_30_yen: number;
                                days_60_yen: number;
                                days_90_yen: number;
                                older_yen: number;
                                owed_yen: number;
                                /** @description Money that has come for no invoice yet, below zero. */
                                unapplied_yen: number;
                                unbilled_yen: number;
                            }[];
                            next: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/business/directory": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Restaurants and dealers with our goods, by product and area; nearest first when a position is given */
        get: {
            parameters: {
                query: {
                    after?: string;
                    city?: string;
                    kind?: "restaurant" | "dealer";
                    lat?: number;
                    limit: number;
                    lon?: number;
                    prefecture?: string;
                    product_id?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                address: string | null;
                                city: string | null;
                                distance_metres: number | null;
                                kind: "restaurant" | "dealer";
                                latitude: number | null;
                                longitude: number | null;
                                name: string;
                                name_en: string | null;
                                phone: string | null;
                                /** Format: uuid */
                                place_id: string;
                                prefecture: string | null;
                                product_ids: string[];
                            }[];
                            next: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/business/directory/{place_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say what a place offers of ours, and which company runs it */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    place_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        account_id?: string | null;
                        product_ids: string[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            account_id: string | null;
                            address: string | null;
                            city: string | null;
                            distance_metres: number | null;
                            kind: "restaurant" | "dealer";
                            latitude: number | null;
                            longitude: number | null;
                            name: string;
                            name_en: string | null;
                            phone: string | null;
                            /** Format: uuid */
                            place_id: string;
                            prefecture: string | null;
                            product_ids: string[];
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/business/invoices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Invoices, the longest due first; a contact sees her company’s */
        get: {
            parameters: {
                query: {
                    account_id?: string;
                    /** @description `next` of the page before. */
                    after?: string;
                    limit: number;
                    open?: boolean;
                    overdue?: boolean;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                account_id: string;
                                /** Format: date */
                                closes_on: string;
                                company_name: string;
                                /** Format: date */
                                due_on: string;
                                /** Format: uuid */
                                invoice_id: string;
                                number: string;
                                open_yen: number;
                                overdue_days: number;
                                total_yen: number;
                            }[];
                            next: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/business/invoices/{invoice_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One invoice as a document */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    invoice_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            account_id: string;
                            /** @description 今回御請求額: carried − paid + total */
                            balance_yen: number;
                            /** @description 前回御請求額 */
                            carried_yen: number;
                            /** Format: date */
                            closes_on: string;
                            /** @description How often it was issued again (再発行). */
                            copies: number;
                            /** Format: date */
                            due_on: string;
                            /** Format: uuid */
                            invoice_id: string;
                            issued_at: string;
                            issuer: {
                                address: string | null;
                                name: string;
                                phone: string | null;
                                registration_number: string | null;
                            };
                            net_yen: number;
                            number: string;
                            /** @description Of this month’s total, what no payment has covered yet. */
                            open_yen: number;
                            orders: {
                                /** Format: date */
                                business_date: string;
                                items: {
                                    gtin: string | null;
                                    name: string;
                                    net_yen: number;
                                    quantity: number;
                                    rate_den: number;
                                    rate_num: number;
                                    /** @description ※ on the invoice. */
                                    reduced: boolean;
                                }[];
                                kind: "delivered" | "returned";
                                number: string;
                                /** Format: uuid */
                                order_id: string;
                            }[];
                            /** @description 御入金額 */
                            paid_yen: number;
                            period_from: string | null;
                            recipient: {
                                address: string;
                                attention: string | null;
                                building: string | null;
                                city: string;
                                company_name: string;
                                department: string | null;
                                email: string | null;
                                phone: string | null;
                                postal_code: string;
                                prefecture: string;
                                registration_number: string | null;
                            };
                            tax_yen: number;
                            taxes: {
                                net_yen: number;
                                rate_den: number;
                                rate_num: number;
                                reduced: boolean;
                                tax_yen: number;
                            }[];
                            /** @description 今回御買上額（税込） */
                            total_yen: number;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/business/invoices/{invoice_id}/copies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Issue it again (再発行): the same document, counted */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    invoice_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            copy_number: number;
                            invoice: {
                                /** Format: uuid */
                                account_id: string;
                                /** @description 今回御請求額: carried − paid + total */
                                balance_yen: number;
                                /** @description 前回御請求額 */
                                carried_yen: number;
                                /** Format: date */
                                closes_on: string;
                                /** @description How often it was issued again (再発行). */
                                copies: number;
                                /** Format: date */
                                due_on: string;
                                /** Format: uuid */
                                invoice_id: string;
                                issued_at: string;
                                issuer: {
                                    address: string | null;
                                    name: string;
                                    phone: string | null;
                                    registration_number: string | null;
                                };
                                net_yen: number;
                                number: string;
                                /** @description Of this month’s total, what no payment has covered yet. */
                                open_yen: number;
                                orders: {
                                    /** Format: date */
                                    business_date: string;
                                    items: {
                                        gtin: string | null;
                                        name: string;
                                        net_yen: number;
                                        quantity: number;
                                        rate_den: number;
                                        rate_num: number;
                                        /** @description ※ on the invoice. */
                                        reduced: boolean;
                                    }[];
                                    kind: "delivered" | "returned";
                                    number: string;
                                    /** Format: uuid */
                                    order_id: string;
                                }[];
                                /** @description 御入金額 */
                                paid_yen: number;
                                period_from: string | null;
                                recipient: {
                                    address: string;
                                    attention: string | null;
                                    building: string | null;
                                    city: string;
                                    company_name: string;
                                    department: string | null;
                                    email: string | null;
                                    phone: string | null;
                                    postal_code: string;
                                    prefecture: string;
                                    registration_number: string | null;
                                };
                                tax_yen: number;
                                taxes: {
                                    net_yen: number;
                                    rate_den: number;
                                    rate_num: number;
                                    reduced: boolean;
                                    tax_yen: number;
                                }[];
                                /** @description 今回御買上額（税込） */
                                total_yen: number;
                            };
                            reissued: boolean;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/business/invoices/{invoice_id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One invoice as PDF; once issued again, marked as such */
        get: {
            parameters: {
                query: {
                    language: "ja" | "en";
                };
                header?: never;
                path: {
                    invoice_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/business/price-lists": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Wholesale price lists */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                external_id: string | null;
                                name: string;
                                /** Format: uuid */
                                price_list_id: string;
                                version: number;
                            }[];
                            next: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Make a price list, or write the one with this external_id */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        external_id?: string | null;
                        name: string;
                        prices?: {
                            from_quantity?: number;
                            lot_quantity?: number;
                            /**
                             * Format: date-time
                             * @description From now on unless said.
                             */
                            valid_from?: string;
                            valid_to?: string | null;
                            /** Format: uuid */
                            variant_id: string;
                            /** @description For one piece, without tax. */
                            yen: number;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            external_id: string | null;
                            name: string;
                            /** Format: uuid */
                            price_list_id: string;
                            version: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/business/price-lists/{price_list_id}/prices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Its rows, also those to come */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    price_list_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                from_quantity: number;
                                lot_quantity: number;
                                valid_from: string;
                                valid_to: string | null;
                                /** Format: uuid */
                                variant_id: string;
                                yen: number;
                            }[];
                            next: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Add rows; what has begun is followed by a new row, never rewritten */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    price_list_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        prices: {
                            from_quantity?: number;
                            lot_quantity?: number;
                            /**
                             * Format: date-time
                             * @description From now on unless said.
                             */
                            valid_from?: string;
                            valid_to?: string | null;
                            /** Format: uuid */
                            variant_id: string;
                            /** @description For one piece, without tax. */
                            yen: number;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                from_quantity: number;
                                lot_quantity: number;
                                valid_from: string;
                                valid_to: string | null;
                                /** Format: uuid */
                                variant_id: string;
                                yen: number;
                            }[];
                            next: string | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/carts/{profile_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A customer’s cart (audited) */
        get: {
            parameters: {
                query?: {
                    /** @description Stock marks of this place; without it, of the places that ship for EC */
                    place_id?: string;
                };
                header?: never;
                path: {
                    profile_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date-time */
                            as_of: string;
                            /**
                             * Format: uuid
                             * @description null before the first thing was put in
                             */
                            cart_id: string | null;
                            /** Format: date-time */
                            changed_at: string | null;
                            lines: {
                                /** Format: date-time */
                                added_at: string;
                                /** @enum {string} */
                                added_by: "customer" | "staff";
                                /** @description Whole yen, consumption tax included */
                                amount_yen: number;
                                channel: string;
                                gtin: string | null;
                                /** @description How many are left, when few */
                                left: number | null;
                                name: string;
                                name_en: string | null;
                                options: {
                                    [key: string]: unknown;
                                };
                                /** Format: uuid */
                                picture_id: string | null;
                                /**
                                 * Format: uuid
                                 * @description At which shop; its stock is what the line shows
                                 */
                                place_id: string | null;
                                /** Format: uuid */
                                product_id: string | null;
                                quantity: number;
                                rate_percent: number;
                                /** @description ※: the reduced tax rate */
                                reduced: boolean;
                                /** @description False when it has been withdrawn or has no price now; it cannot be ordered */
                                sold: boolean;
                                /**
                                 * @description ◎ five or more, △ one to four, × none
                                 * @enum {string}
                                 */
                                stock: "many" | "few" | "none";
                                /** @description Whole yen, consumption tax included */
                                unit_yen: number;
                                /** Format: uuid */
                                variant_id: string;
                                /** @description How it is to be received; null: not said */
                                way: ("ship" | "collect" | "order_ahead") | null;
                            }[];
                            pieces: number;
                            points_to_earn: number;
                            /** Format: uuid */
                            profile_id: string;
                            taxes: {
                                rate_percent: number;
                                reduced: boolean;
                                tax_yen: number;
                                /** @description Whole yen, consumption tax included */
                                taxable_yen: number;
                            }[];
                            /** @description Whole yen, consumption tax included */
                            total_yen: number;
                            /** @description Grows with every change by anybody; also the ETag */
                            version: number;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/carts/{profile_id}/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put something in a customer’s cart for her (audited), by variant or by scanned code */
        post: {
            parameters: {
                query?: {
                    /** @description Stock marks of this place; without it, of the places that ship for EC */
                    place_id?: string;
                };
                header?: never;
                path: {
                    profile_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description JAN/GTIN or in-store code, as scanned */
                        gtin?: string;
                        /**
                         * Format: uuid
                         * @description At which shop: with collect and order_ahead
                         */
                        place_id?: string;
                        /** @default 1 */
                        quantity: number;
                        /** Format: uuid */
                        variant_id?: string;
                        way?: "ship" | "collect" | "order_ahead";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date-time */
                            as_of: string;
                            /**
                             * Format: uuid
                             * @description null before the first thing was put in
                             */
                            cart_id: string | null;
                            /** Format: date-time */
                            changed_at: string | null;
                            lines: {
                                /** Format: date-time */
                                added_at: string;
                                /** @enum {string} */
                                added_by: "customer" | "staff";
                                /** @description Whole yen, consumption tax included */
                                amount_yen: number;
                                channel: string;
                                gtin: string | null;
                                /** @description How many are left, when few */
                                left: number | null;
                                name: string;
                                name_en: string | null;
                                options: {
                                    [key: string]: unknown;
                                };
                                /** Format: uuid */
                                picture_id: string | null;
                                /**
                                 * Format: uuid
                                 * @description At which shop; its stock is what the line shows
                                 */
                                place_id: string | null;
                                /** Format: uuid */
                                product_id: string | null;
                                quantity: number;
                                rate_percent: number;
                                /** @description ※: the reduced tax rate */
                                reduced: boolean;
                                /** @description False when it has been withdrawn or has no price now; it cannot be ordered */
                                sold: boolean;
                                /**
                                 * @description ◎ five or more, △ one to four, × none
                                 * @enum {string}
                                 */
                                stock: "many" | "few" | "none";
                                /** @description Whole yen, consumption tax included */
                                unit_yen: number;
                                /** Format: uuid */
                                variant_id: string;
                                /** @description How it is to be received; null: not said */
                                way: ("ship" | "collect" | "order_ahead") | null;
                            }[];
                            pieces: number;
                            points_to_earn: number;
                            /** Format: uuid */
                            profile_id: string;
                            taxes: {
                                rate_percent: number;
                                reduced: boolean;
                                tax_yen: number;
                                /** @description Whole yen, consumption tax included */
                                taxable_yen: number;
                            }[];
                            /** @description Whole yen, consumption tax included */
                            total_yen: number;
                            /** @description Grows with every change by anybody; also the ETag */
                            version: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/carts/{profile_id}/items/{variant_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set how many of this are in a customer’s cart, for her (audited); 0 takes it out */
        put: {
            parameters: {
                query?: {
                    /** @description Stock marks of this place; without it, of the places that ship for EC */
                    place_id?: string;
                };
                header?: {
                    /** @description Version the change was decided on; 412 when it has moved on */
                    "if-match"?: string;
                };
                path: {
                    profile_id: string;
                    variant_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description At which shop: with collect and order_ahead
                         */
                        place_id?: string;
                        quantity: number;
                        way?: "ship" | "collect" | "order_ahead";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date-time */
                            as_of: string;
                            /**
                             * Format: uuid
                             * @description null before the first thing was put in
                             */
                            cart_id: string | null;
                            /** Format: date-time */
                            changed_at: string | null;
                            lines: {
                                /** Format: date-time */
                                added_at: string;
                                /** @enum {string} */
                                added_by: "customer" | "staff";
                                /** @description Whole yen, consumption tax included */
                                amount_yen: number;
                                channel: string;
                                gtin: string | null;
                                /** @description How many are left, when few */
                                left: number | null;
                                name: string;
                                name_en: string | null;
                                options: {
                                    [key: string]: unknown;
                                };
                                /** Format: uuid */
                                picture_id: string | null;
                                /**
                                 * Format: uuid
                                 * @description At which shop; its stock is what the line shows
                                 */
                                place_id: string | null;
                                /** Format: uuid */
                                product_id: string | null;
                                quantity: number;
                                rate_percent: number;
                                /** @description ※: the reduced tax rate */
                                reduced: boolean;
                                /** @description False when it has been withdrawn or has no price now; it cannot be ordered */
                                sold: boolean;
                                /**
                                 * @description ◎ five or more, △ one to four, × none
                                 * @enum {string}
                                 */
                                stock: "many" | "few" | "none";
                                /** @description Whole yen, consumption tax included */
                                unit_yen: number;
                                /** Format: uuid */
                                variant_id: string;
                                /** @description How it is to be received; null: not said */
                                way: ("ship" | "collect" | "order_ahead") | null;
                            }[];
                            pieces: number;
                            points_to_earn: number;
                            /** Format: uuid */
                            profile_id: string;
                            taxes: {
                                rate_percent: number;
                                reduced: boolean;
                                tax_yen: number;
                                /** @description Whole yen, consumption tax included */
                                taxable_yen: number;
                            }[];
                            /** @description Whole yen, consumption tax included */
                            total_yen: number;
                            /** @description Grows with every change by anybody; also the ETag */
                            version: number;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/carts/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My cart, as prices and stock are now */
        get: {
            parameters: {
                query?: {
                    /** @description Stock marks of this place; without it, of the places that ship for EC */
                    place_id?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date-time */
                            as_of: string;
                            /**
                             * Format: uuid
                             * @description null before the first thing was put in
                             */
                            cart_id: string | null;
                            /** Format: date-time */
                            changed_at: string | null;
                            lines: {
                                /** Format: date-time */
                                added_at: string;
                                /** @enum {string} */
                                added_by: "customer" | "staff";
                                /** @description Whole yen, consumption tax included */
                                amount_yen: number;
                                channel: string;
                                gtin: string | null;
                                /** @description How many are left, when few */
                                left: number | null;
                                name: string;
                                name_en: string | null;
                                options: {
                                    [key: string]: unknown;
                                };
                                /** Format: uuid */
                                picture_id: string | null;
                                /**
                                 * Format: uuid
                                 * @description At which shop; its stock is what the line shows
                                 */
                                place_id: string | null;
                                /** Format: uuid */
                                product_id: string | null;
                                quantity: number;
                                rate_percent: number;
                                /** @description ※: the reduced tax rate */
                                reduced: boolean;
                                /** @description False when it has been withdrawn or has no price now; it cannot be ordered */
                                sold: boolean;
                                /**
                                 * @description ◎ five or more, △ one to four, × none
                                 * @enum {string}
                                 */
                                stock: "many" | "few" | "none";
                                /** @description Whole yen, consumption tax included */
                                unit_yen: number;
                                /** Format: uuid */
                                variant_id: string;
                                /** @description How it is to be received; null: not said */
                                way: ("ship" | "collect" | "order_ahead") | null;
                            }[];
                            pieces: number;
                            points_to_earn: number;
                            /** Format: uuid */
                            profile_id: string;
                            taxes: {
                                rate_percent: number;
                                reduced: boolean;
                                tax_yen: number;
                                /** @description Whole yen, consumption tax included */
                                taxable_yen: number;
                            }[];
                            /** @description Whole yen, consumption tax included */
                            total_yen: number;
                            /** @description Grows with every change by anybody; also the ETag */
                            version: number;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/carts/current/hand-over-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Six digits that open my cart at the till or on the phone, once, for ten minutes */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Six digits to read aloud; ten minutes, once */
                            code: string;
                            /** Format: date-time */
                            expires_at: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/carts/current/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put something in my cart, by variant or by scanned code */
        post: {
            parameters: {
                query?: {
                    /** @description Stock marks of this place; without it, of the places that ship for EC */
                    place_id?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description JAN/GTIN or in-store code, as scanned */
                        gtin?: string;
                        /**
                         * Format: uuid
                         * @description At which shop: with collect and order_ahead
                         */
                        place_id?: string;
                        /** @default 1 */
                        quantity: number;
                        /** Format: uuid */
                        variant_id?: string;
                        way?: "ship" | "collect" | "order_ahead";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date-time */
                            as_of: string;
                            /**
                             * Format: uuid
                             * @description null before the first thing was put in
                             */
                            cart_id: string | null;
                            /** Format: date-time */
                            changed_at: string | null;
                            lines: {
                                /** Format: date-time */
                                added_at: string;
                                /** @enum {string} */
                                added_by: "customer" | "staff";
                                /** @description Whole yen, consumption tax included */
                                amount_yen: number;
                                channel: string;
                                gtin: string | null;
                                /** @description How many are left, when few */
                                left: number | null;
                                name: string;
                                name_en: string | null;
                                options: {
                                    [key: string]: unknown;
                                };
                                /** Format: uuid */
                                picture_id: string | null;
                                /**
                                 * Format: uuid
                                 * @description At which shop; its stock is what the line shows
                                 */
                                place_id: string | null;
                                /** Format: uuid */
                                product_id: string | null;
                                quantity: number;
                                rate_percent: number;
                                /** @description ※: the reduced tax rate */
                                reduced: boolean;
                                /** @description False when it has been withdrawn or has no price now; it cannot be ordered */
                                sold: boolean;
                                /**
                                 * @description ◎ five or more, △ one to four, × none
                                 * @enum {string}
                                 */
                                stock: "many" | "few" | "none";
                                /** @description Whole yen, consumption tax included */
                                unit_yen: number;
                                /** Format: uuid */
                                variant_id: string;
                                /** @description How it is to be received; null: not said */
                                way: ("ship" | "collect" | "order_ahead") | null;
                            }[];
                            pieces: number;
                            points_to_earn: number;
                            /** Format: uuid */
                            profile_id: string;
                            taxes: {
                                rate_percent: number;
                                reduced: boolean;
                                tax_yen: number;
                                /** @description Whole yen, consumption tax included */
                                taxable_yen: number;
                            }[];
                            /** @description Whole yen, consumption tax included */
                            total_yen: number;
                            /** @description Grows with every change by anybody; also the ETag */
                            version: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/carts/current/items/{variant_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set how many of this are in my cart; 0 takes it out */
        put: {
            parameters: {
                query?: {
                    /** @description Stock marks of this place; without it, of the places that ship for EC */
                    place_id?: string;
                };
                header?: {
                    /** @description Version the change was decided on; 412 when it has moved on */
                    "if-match"?: string;
                };
                path: {
                    variant_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description At which shop: with collect and order_ahead
                         */
                        place_id?: string;
                        quantity: number;
                        way?: "ship" | "collect" | "order_ahead";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date-time */
                            as_of: string;
                            /**
                             * Format: uuid
                             * @description null before the first thing was put in
                             */
                            cart_id: string | null;
                            /** Format: date-time */
                            changed_at: string | null;
                            lines: {
                                /** Format: date-time */
                                added_at: string;
                                /** @enum {string} */
                                added_by: "customer" | "staff";
                                /** @description Whole yen, consumption tax included */
                                amount_yen: number;
                                channel: string;
                                gtin: string | null;
                                /** @description How many are left, when few */
                                left: number | null;
                                name: string;
                                name_en: string | null;
                                options: {
                                    [key: string]: unknown;
                                };
                                /** Format: uuid */
                                picture_id: string | null;
                                /**
                                 * Format: uuid
                                 * @description At which shop; its stock is what the line shows
                                 */
                                place_id: string | null;
                                /** Format: uuid */
                                product_id: string | null;
                                quantity: number;
                                rate_percent: number;
                                /** @description ※: the reduced tax rate */
                                reduced: boolean;
                                /** @description False when it has been withdrawn or has no price now; it cannot be ordered */
                                sold: boolean;
                                /**
                                 * @description ◎ five or more, △ one to four, × none
                                 * @enum {string}
                                 */
                                stock: "many" | "few" | "none";
                                /** @description Whole yen, consumption tax included */
                                unit_yen: number;
                                /** Format: uuid */
                                variant_id: string;
                                /** @description How it is to be received; null: not said */
                                way: ("ship" | "collect" | "order_ahead") | null;
                            }[];
                            pieces: number;
                            points_to_earn: number;
                            /** Format: uuid */
                            profile_id: string;
                            taxes: {
                                rate_percent: number;
                                reduced: boolean;
                                tax_yen: number;
                                /** @description Whole yen, consumption tax included */
                                taxable_yen: number;
                            }[];
                            /** @description Whole yen, consumption tax included */
                            total_yen: number;
                            /** @description Grows with every change by anybody; also the ETag */
                            version: number;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/carts/favourites": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What I would like to have, latest first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: date-time */
                                added_at: string;
                                /** Format: uuid */
                                product_id: string;
                            }[];
                            next: null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/carts/favourites/{product_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Remember a product for me */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    product_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: date-time */
                                added_at: string;
                                /** Format: uuid */
                                product_id: string;
                            }[];
                            next: null;
                        };
                    };
                };
            };
        };
        post?: never;
        /** Forget it again */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    product_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: date-time */
                                added_at: string;
                                /** Format: uuid */
                                product_id: string;
                            }[];
                            next: null;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/carts/hand-overs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open the very cart a customer’s six digits stand for */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        code: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            cart: {
                                /** Format: date-time */
                                as_of: string;
                                /**
                                 * Format: uuid
                                 * @description null before the first thing was put in
                                 */
                                cart_id: string | null;
                                /** Format: date-time */
                                changed_at: string | null;
                                lines: {
                                    /** Format: date-time */
                                    added_at: string;
                                    /** @enum {string} */
                                    added_by: "customer" | "staff";
                                    /** @description Whole yen, consumption tax included */
                                    amount_yen: number;
                                    channel: string;
                                    gtin: string | null;
                                    /** @description How many are left, when few */
                                    left: number | null;
                                    name: string;
                                    name_en: string | null;
                                    options: {
                                        [key: string]: unknown;
                                    };
                                    /** Format: uuid */
                                    picture_id: string | null;
                                    /**
                                     * Format: uuid
                                     * @description At which shop; its stock is what the line shows
                                     */
                                    place_id: string | null;
                                    /** Format: uuid */
                                    product_id: string | null;
                                    quantity: number;
                                    rate_percent: number;
                                    /** @description ※: the reduced tax rate */
                                    reduced: boolean;
                                    /** @description False when it has been withdrawn or has no price now; it cannot be ordered */
                                    sold: boolean;
                                    /**
                                     * @description ◎ five or more, △ one to four, × none
                                     * @enum {string}
                                     */
                                    stock: "many" | "few" | "none";
                                    /** @description Whole yen, consumption tax included */
                                    unit_yen: number;
                                    /** Format: uuid */
                                    variant_id: string;
                                    /** @description How it is to be received; null: not said */
                                    way: ("ship" | "collect" | "order_ahead") | null;
                                }[];
                                pieces: number;
                                points_to_earn: number;
                                /** Format: uuid */
                                profile_id: string;
                                taxes: {
                                    rate_percent: number;
                                    reduced: boolean;
                                    tax_yen: number;
                                    /** @description Whole yen, consumption tax included */
                                    taxable_yen: number;
                                }[];
                                /** @description Whole yen, consumption tax included */
                                total_yen: number;
                                /** @description Grows with every change by anybody; also the ETag */
                                version: number;
                            };
                            /** Format: uuid */
                            cart_id: string;
                            customer: {
                                /** @description member, guest or visitor */
                                kind: string;
                                /** @description Masked, as said at the till */
                                name: string | null;
                            };
                            /** Format: uuid */
                            profile_id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/catalog/brands": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Brands */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                brand_id: string;
                                external_id: string | null;
                                look: {
                                    [key: string]: unknown;
                                };
                                name: string;
                                name_en: string | null;
                                name_kana: string | null;
                                version: number;
                            }[];
                            next: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Add a brand, or write the one with this external_id */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        external_id?: string | null;
                        look?: {
                            [key: string]: unknown;
                        };
                        name: string;
                        name_en?: string | null;
                        name_kana?: string | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            brand_id: string;
                            external_id: string | null;
                            look: {
                                [key: string]: unknown;
                            };
                            name: string;
                            name_en: string | null;
                            name_kana: string | null;
                            version: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/catalog/brands/{brand_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Write a brand */
        put: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The ETag last read; another version refuses with 412. */
                    "if-match"?: string;
                };
                path: {
                    /** @description Our id, or `ext:` and the retailer’s own. */
                    brand_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        external_id?: string | null;
                        look?: {
                            [key: string]: unknown;
                        };
                        name: string;
                        name_en?: string | null;
                        name_kana?: string | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            brand_id: string;
                            external_id: string | null;
                            look: {
                                [key: string]: unknown;
                            };
                            name: string;
                            name_en: string | null;
                            name_kana: string | null;
                            version: number;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/catalog/categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Categories */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                category_id: string;
                                external_id: string | null;
                                name: string;
                                name_en: string | null;
                                parent_id: string | null;
                                position: number;
                                version: number;
                            }[];
                            next: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Add a category, or write the one with this external_id */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        external_id?: string | null;
                        name: string;
                        name_en?: string | null;
                        parent_id?: string | null;
                        position?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            category_id: string;
                            external_id: string | null;
                            name: string;
                            name_en: string | null;
                            parent_id: string | null;
                            position: number;
                            version: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/catalog/categories/{category_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Write a category */
        put: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The ETag last read; another version refuses with 412. */
                    "if-match"?: string;
                };
                path: {
                    /** @description Our id, or `ext:` and the retailer’s own. */
                    category_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        external_id?: string | null;
                        name: string;
                        name_en?: string | null;
                        parent_id?: string | null;
                        position?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            category_id: string;
                            external_id: string | null;
                            name: string;
                            name_en: string | null;
                            parent_id: string | null;
                            position: number;
                            version: number;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/catalog/pictures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keep a picture (SVG, PNG, JPEG, WebP; at most 1 MB) */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        base64?: string;
                        svg?: string;
                    };
                    "image/jpeg": unknown;
                    "image/png": unknown;
                    "image/svg+xml": unknown;
                    "image/webp": unknown;
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            media_type: string;
                            /** Format: uuid */
                            picture_id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/catalog/pictures/{picture_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A picture */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    picture_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/catalog/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Products with their shown price, most popular first; searched by any piece of name, kana, rōmaji, brand or tag, by JAN or own id */
        get: {
            parameters: {
                query: {
                    after?: string;
                    brand_id?: string;
                    /** @description With everything below it. */
                    category_id?: string;
                    channel: string;
                    limit: number;
                    q?: string;
                    state?: "on_show" | "draft" | "withdrawn" | "all";
                    /** @description eat_in, take_away, delivery …: decides the tax; as usual for the channel unless said. */
                    supply_mode?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                brand_name: string | null;
                                category_id: string | null;
                                name: string;
                                name_en: string | null;
                                name_kana: string | null;
                                picture_id: string | null;
                                price_to_yen: number | null;
                                price_yen: number | null;
                                /** Format: uuid */
                                product_id: string;
                                rate_den: number | null;
                                rate_num: number | null;
                                /** @description Reduced tax rate: marked ※. */
                                reduced: boolean;
                                tags: string[];
                                variant_ids: string[];
                                withdrawn_at: string | null;
                            }[];
                            next: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Add a product, or write the one with this external_id */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        attributes?: {
                            [key: string]: unknown;
                        };
                        /** @description The brand’s external_id, instead of brand_id. */
                        brand?: string;
                        brand_id?: string | null;
                        /** @description The category’s external_id, instead of category_id. */
                        category?: string;
                        category_id?: string | null;
                        description?: string;
                        description_en?: string;
                        external_id?: string | null;
                        name: string;
                        name_en?: string | null;
                        name_kana?: string | null;
                        picture_ids?: string[];
                        popularity?: number;
                        published_at?: string | null;
                        tags?: string[];
                        tax_category?: string;
                        /** @description The full list: a variant left out is withdrawn. Without it, variants stay as they are. */
                        variants?: {
                            external_id?: string | null;
                            gtin?: string | null;
                            options?: {
                                [key: string]: string;
                            };
                            prices?: {
                                channel?: string | null;
                                /** @description Whether the amount includes tax; it does unless said. */
                                tax_included?: boolean;
                                /**
                                 * Format: date-time
                                 * @description From now on unless said.
                                 */
                                valid_from?: string;
                                valid_to?: string | null;
                                yen: number;
                            }[];
                            /** Format: uuid */
                            variant_id?: string;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            attributes: {
                                [key: string]: unknown;
                            };
                            brand: {
                                /** Format: uuid */
                                brand_id: string;
                                external_id: string | null;
                                name: string;
                                name_en: string | null;
                            } | null;
                            category: {
                                /** Format: uuid */
                                category_id: string;
                                external_id: string | null;
                                name: string;
                                name_en: string | null;
                            } | null;
                            description: string;
                            description_en: string;
                            external_id: string | null;
                            name: string;
                            name_en: string | null;
                            name_kana: string | null;
                            picture_ids: string[];
                            popularity: number;
                            price_yen: number | null;
                            /** Format: uuid */
                            product_id: string;
                            published_at: string | null;
                            rate_den: number | null;
                            rate_num: number | null;
                            /** @description Reduced tax rate: marked ※. */
                            reduced: boolean;
                            tags: string[];
                            tax_category: string;
                            variants: {
                                external_id: string | null;
                                gtin: string | null;
                                options: {
                                    [key: string]: string;
                                };
                                position: number;
                                price_yen: number | null;
                                /** @description Rows in effect now and later. */
                                prices: {
                                    channel: string | null;
                                    /** Format: uuid */
                                    price_id: string;
                                    tax_included: boolean;
                                    /** Format: date-time */
                                    valid_from: string;
                                    valid_to: string | null;
                                    yen: number;
                                }[];
                                /** Format: uuid */
                                variant_id: string;
                                withdrawn_at: string | null;
                            }[];
                            version: number;
                            withdrawn_at: string | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/catalog/products/{product_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One product with its variants and prices */
        get: {
            parameters: {
                query: {
                    channel: string;
                    /** @description eat_in, take_away, delivery …: decides the tax; as usual for the channel unless said. */
                    supply_mode?: string;
                };
                header?: never;
                path: {
                    /** @description Our id, or `ext:` and the retailer’s own. */
                    product_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            attributes: {
                                [key: string]: unknown;
                            };
                            brand: {
                                /** Format: uuid */
                                brand_id: string;
                                external_id: string | null;
                                name: string;
                                name_en: string | null;
                            } | null;
                            category: {
                                /** Format: uuid */
                                category_id: string;
                                external_id: string | null;
                                name: string;
                                name_en: string | null;
                            } | null;
                            description: string;
                            description_en: string;
                            external_id: string | null;
                            name: string;
                            name_en: string | null;
                            name_kana: string | null;
                            picture_ids: string[];
                            popularity: number;
                            price_yen: number | null;
                            /** Format: uuid */
                            product_id: string;
                            published_at: string | null;
                            rate_den: number | null;
                            rate_num: number | null;
                            /** @description Reduced tax rate: marked ※. */
                            reduced: boolean;
                            tags: string[];
                            tax_category: string;
                            variants: {
                                external_id: string | null;
                                gtin: string | null;
                                options: {
                                    [key: string]: string;
                                };
                                position: number;
                                price_yen: number | null;
                                /** @description Rows in effect now and later. */
                                prices: {
                                    channel: string | null;
                                    /** Format: uuid */
                                    price_id: string;
                                    tax_included: boolean;
                                    /** Format: date-time */
                                    valid_from: string;
                                    valid_to: string | null;
                                    yen: number;
                                }[];
                                /** Format: uuid */
                                variant_id: string;
                                withdrawn_at: string | null;
                            }[];
                            version: number;
                            withdrawn_at: string | null;
                        };
                    };
                };
            };
        };
        /** Write a product; what is left out stays as it is */
        put: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The ETag last read; another version refuses with 412. */
                    "if-match"?: string;
                };
                path: {
                    /** @description Our id, or `ext:` and the retailer’s own. */
                    product_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        attributes?: {
                            [key: string]: unknown;
                        };
                        /** @description The brand’s external_id, instead of brand_id. */
                        brand?: string;
                        brand_id?: string | null;
                        /** @description The category’s external_id, instead of category_id. */
                        category?: string;
                        category_id?: string | null;
                        description?: string;
                        description_en?: string;
                        external_id?: string | null;
                        name: string;
                        name_en?: string | null;
                        name_kana?: string | null;
                        picture_ids?: string[];
                        popularity?: number;
                        published_at?: string | null;
                        tags?: string[];
                        tax_category?: string;
                        /** @description The full list: a variant left out is withdrawn. Without it, variants stay as they are. */
                        variants?: {
                            external_id?: string | null;
                            gtin?: string | null;
                            options?: {
                                [key: string]: string;
                            };
                            prices?: {
                                channel?: string | null;
                                /** @description Whether the amount includes tax; it does unless said. */
                                tax_included?: boolean;
                                /**
                                 * Format: date-time
                                 * @description From now on unless said.
                                 */
                                valid_from?: string;
                                valid_to?: string | null;
                                yen: number;
                            }[];
                            /** Format: uuid */
                            variant_id?: string;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            attributes: {
                                [key: string]: unknown;
                            };
                            brand: {
                                /** Format: uuid */
                                brand_id: string;
                                external_id: string | null;
                                name: string;
                                name_en: string | null;
                            } | null;
                            category: {
                                /** Format: uuid */
                                category_id: string;
                                external_id: string | null;
                                name: string;
                                name_en: string | null;
                            } | null;
                            description: string;
                            description_en: string;
                            external_id: string | null;
                            name: string;
                            name_en: string | null;
                            name_kana: string | null;
                            picture_ids: string[];
                            popularity: number;
                            price_yen: number | null;
                            /** Format: uuid */
                            product_id: string;
                            published_at: string | null;
                            rate_den: number | null;
                            rate_num: number | null;
                            /** @description Reduced tax rate: marked ※. */
                            reduced: boolean;
                            tags: string[];
                            tax_category: string;
                            variants: {
                                external_id: string | null;
                                gtin: string | null;
                                options: {
                                    [key: string]: string;
                                };
                                position: number;
                                price_yen: number | null;
                                /** @description Rows in effect now and later. */
                                prices: {
                                    channel: string | null;
                                    /** Format: uuid */
                                    price_id: string;
                                    tax_included: boolean;
                                    /** Format: date-time */
                                    valid_from: string;
                                    valid_to: string | null;
                                    yen: number;
                                }[];
                                /** Format: uuid */
                                variant_id: string;
                                withdrawn_at: string | null;
                            }[];
                            version: number;
                            withdrawn_at: string | null;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/catalog/products/{product_id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a product off sale in every channel */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Our id, or `ext:` and the retailer’s own. */
                    product_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            attributes: {
                                [key: string]: unknown;
                            };
                            brand: {
                                /** Format: uuid */
                                brand_id: string;
                                external_id: string | null;
                                name: string;
                                name_en: string | null;
                            } | null;
                            category: {
                                /** Format: uuid */
                                category_id: string;
                                external_id: string | null;
                                name: string;
                                name_en: string | null;
                            } | null;
                            description: string;
                            description_en: string;
                            external_id: string | null;
                            name: string;
                            name_en: string | null;
                            name_kana: string | null;
                            picture_ids: string[];
                            popularity: number;
                            price_yen: number | null;
                            /** Format: uuid */
                            product_id: string;
                            published_at: string | null;
                            rate_den: number | null;
                            rate_num: number | null;
                            /** @description Reduced tax rate: marked ※. */
                            reduced: boolean;
                            tags: string[];
                            tax_category: string;
                            variants: {
                                external_id: string | null;
                                gtin: string | null;
                                options: {
                                    [key: string]: string;
                                };
                                position: number;
                                price_yen: number | null;
                                /** @description Rows in effect now and later. */
                                prices: {
                                    channel: string | null;
                                    /** Format: uuid */
                                    price_id: string;
                                    tax_included: boolean;
                                    /** Format: date-time */
                                    valid_from: string;
                                    valid_to: string | null;
                                    yen: number;
                                }[];
                                /** Format: uuid */
                                variant_id: string;
                                withdrawn_at: string | null;
                            }[];
                            version: number;
                            withdrawn_at: string | null;
                        };
                    };
                };
            };
        };
        /** Put a withdrawn product back on sale */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Our id, or `ext:` and the retailer’s own. */
                    product_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            attributes: {
                                [key: string]: unknown;
                            };
                            brand: {
                                /** Format: uuid */
                                brand_id: string;
                                external_id: string | null;
                                name: string;
                                name_en: string | null;
                            } | null;
                            category: {
                                /** Format: uuid */
                                category_id: string;
                                external_id: string | null;
                                name: string;
                                name_en: string | null;
                            } | null;
                            description: string;
                            description_en: string;
                            external_id: string | null;
                            name: string;
                            name_en: string | null;
                            name_kana: string | null;
                            picture_ids: string[];
                            popularity: number;
                            price_yen: number | null;
                            /** Format: uuid */
                            product_id: string;
                            published_at: string | null;
                            rate_den: number | null;
                            rate_num: number | null;
                            /** @description Reduced tax rate: marked ※. */
                            reduced: boolean;
                            tags: string[];
                            tax_category: string;
                            variants: {
                                external_id: string | null;
                                gtin: string | null;
                                options: {
                                    [key: string]: string;
                                };
                                position: number;
                                price_yen: number | null;
                                /** @description Rows in effect now and later. */
                                prices: {
                                    channel: string | null;
                                    /** Format: uuid */
                                    price_id: string;
                                    tax_included: boolean;
                                    /** Format: date-time */
                                    valid_from: string;
                                    valid_to: string | null;
                                    yen: number;
                                }[];
                                /** Format: uuid */
                                variant_id: string;
                                withdrawn_at: string | null;
                            }[];
                            version: number;
                            withdrawn_at: string | null;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/catalog/products/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write up to 500 products at once; rows at fault are told apart, the others are written */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        products: unknown[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            problems: {
                                code: string;
                                field?: string;
                                messages: {
                                    en: string;
                                    ja: string;
                                };
                                /** @description Place in the list, from 0. */
                                row: number;
                            }[];
                            rows: {
                                external_id: string | null;
                                /** Format: uuid */
                                product_id: string;
                                row: number;
                                variant_ids: string[];
                            }[];
                            unchanged: number;
                            written: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/catalog/tax-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tax rates by category, supply mode and date */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                category: string;
                                rate_den: number;
                                rate_num: number;
                                reduced: boolean;
                                supply_mode: string;
                                /** Format: date */
                                valid_from: string;
                                valid_to: string | null;
                            }[];
                            next: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Add tax rates; one with the same category, mode and first day is replaced */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        rules: {
                            category: string;
                            rate_den: number;
                            rate_num: number;
                            reduced: boolean;
                            supply_mode: string;
                            /** Format: date */
                            valid_from: string;
                            valid_to: string | null;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                category: string;
                                rate_den: number;
                                rate_num: number;
                                reduced: boolean;
                                supply_mode: string;
                                /** Format: date */
                                valid_from: string;
                                valid_to: string | null;
                            }[];
                            next: string | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/catalog/tax-transitions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Contracts that keep the rate of before a change */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                category: string;
                                /**
                                 * Format: date
                                 * @description First day of the new rate.
                                 */
                                changes_on: string;
                                ordered_from: string | null;
                                supplied_before: string | null;
                                supply_mode: string;
                            }[];
                            next: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Say which contracts keep the old rate; one for the same category, mode and change is replaced */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        transitions: {
                            category: string;
                            /**
                             * Format: date
                             * @description First day of the new rate.
                             */
                            changes_on: string;
                            ordered_from: string | null;
                            supplied_before: string | null;
                            supply_mode: string;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                category: string;
                                /**
                                 * Format: date
                                 * @description First day of the new rate.
                                 */
                                changes_on: string;
                                ordered_from: string | null;
                                supplied_before: string | null;
                                supply_mode: string;
                            }[];
                            next: string | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/catalog/till-goods": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything a till needs to sell without a network: whole, or what changed since */
        get: {
            parameters: {
                query: {
                    after?: string;
                    /** @description The `as_of` of the last time; without it, everything. */
                    changed_since?: string;
                    /** @description Products a page. */
                    limit: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Ask with this as `changed_since` next time (of the first page). */
                            as_of: string;
                            items: {
                                brand_id: string | null;
                                category_id: string | null;
                                gtin: string | null;
                                /** @description Made when ordered: no shelf has it. */
                                made: boolean;
                                name: string;
                                name_en: string | null;
                                name_kana: string | null;
                                options: {
                                    [key: string]: string;
                                };
                                picture_id: string | null;
                                popularity: number;
                                position: number;
                                prices: {
                                    channel: string | null;
                                    /** Format: uuid */
                                    price_id: string;
                                    tax_included: boolean;
                                    /** Format: date-time */
                                    valid_from: string;
                                    valid_to: string | null;
                                    yen: number;
                                }[];
                                /** Format: uuid */
                                product_id: string;
                                tags: string[];
                                tax_category: string;
                                /** Format: uuid */
                                variant_id: string;
                                withdrawn: boolean;
                            }[];
                            next: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/catalog/variants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a scan means: variants by JAN/GTIN or in-store code, or by id */
        get: {
            parameters: {
                query: {
                    channel: string;
                    gtin?: string[];
                    /** @description eat_in, take_away, delivery …: decides the tax; as usual for the channel unless said. */
                    supply_mode?: string;
                    variant_id?: string[];
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                gtin: string | null;
                                name: string;
                                name_en: string | null;
                                options: {
                                    [key: string]: string;
                                };
                                picture_id: string | null;
                                price_yen: number | null;
                                /** Format: uuid */
                                product_id: string;
                                rate_den: number | null;
                                rate_num: number | null;
                                /** @description Reduced tax rate: marked ※. */
                                reduced: boolean;
                                tax_category: string;
                                /** Format: uuid */
                                variant_id: string;
                                withdrawn: boolean;
                            }[];
                            next: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/catalog/variants/{variant_id}/prices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every price a variant had, has and will have */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    variant_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                channel: string | null;
                                /** Format: uuid */
                                price_id: string;
                                tax_included: boolean;
                                /** Format: date-time */
                                valid_from: string;
                                valid_to: string | null;
                                yen: number;
                            }[];
                            next: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Set a price from now or from a date on */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    variant_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        channel?: string | null;
                        /** @description Whether the amount includes tax; it does unless said. */
                        tax_included?: boolean;
                        /**
                         * Format: date-time
                         * @description From now on unless said.
                         */
                        valid_from?: string;
                        valid_to?: string | null;
                        yen: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            attributes: {
                                [key: string]: unknown;
                            };
                            brand: {
                                /** Format: uuid */
                                brand_id: string;
                                external_id: string | null;
                                name: string;
                                name_en: string | null;
                            } | null;
                            category: {
                                /** Format: uuid */
                                category_id: string;
                                external_id: string | null;
                                name: string;
                                name_en: string | null;
                            } | null;
                            description: string;
                            description_en: string;
                            external_id: string | null;
                            name: string;
                            name_en: string | null;
                            name_kana: string | null;
                            picture_ids: string[];
                            popularity: number;
                            price_yen: number | null;
                            /** Format: uuid */
                            product_id: string;
                            published_at: string | null;
                            rate_den: number | null;
                            rate_num: number | null;
                            /** @description Reduced tax rate: marked ※. */
                            reduced: boolean;
                            tags: string[];
                            tax_category: string;
                            variants: {
                                external_id: string | null;
                                gtin: string | null;
                                options: {
                                    [key: string]: string;
                                };
                                position: number;
                                price_yen: number | null;
                                /** @description Rows in effect now and later. */
                                prices: {
                                    channel: string | null;
                                    /** Format: uuid */
                                    price_id: string;
                                    tax_included: boolean;
                                    /** Format: date-time */
                                    valid_from: string;
                                    valid_to: string | null;
                                    yen: number;
                                }[];
                                /** Format: uuid */
                                variant_id: string;
                                withdrawn_at: string | null;
                            }[];
                            version: number;
                            withdrawn_at: string | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/collection/cloud-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** CloudEvents 1.0 of sensors, tills and other systems: structured, batch or binary; bounds as for Segment */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            success: boolean;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/collection/held-items/{item_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One item of the quarantine as it came */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    item_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description As it came. */
                            body: string;
                            event: string | null;
                            /** Format: date-time */
                            expires_at: string;
                            field: string | null;
                            /** Format: uuid */
                            item_id: string;
                            reason: string;
                            /** Format: date-time */
                            received_at: string;
                            /** Format: uuid */
                            source_id: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** Let an item of the quarantine go */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    item_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/collection/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which events are expected: the standard, your own, and names that came unplanned */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                first_seen_at: string | null;
                                name: string;
                                name_en: string | null;
                                name_ja: string | null;
                                needs: string[];
                                planned: boolean;
                                properties: {
                                    [key: string]: {
                                        required?: boolean;
                                        type: "string" | "number" | "boolean" | "object" | "array";
                                    };
                                };
                                state: "standard" | "own" | "unplanned";
                                version: number;
                            }[];
                            next: null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/collection/plan/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Expect an event of this name, or change what it is called and carries */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    name: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name_en: string | null;
                        name_ja: string | null;
                        planned: boolean;
                        properties: {
                            [key: string]: {
                                required?: boolean;
                                type: "string" | "number" | "boolean" | "object" | "array";
                            };
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            first_seen_at: string | null;
                            name: string;
                            name_en: string | null;
                            name_ja: string | null;
                            needs: string[];
                            planned: boolean;
                            properties: {
                                [key: string]: {
                                    required?: boolean;
                                    type: "string" | "number" | "boolean" | "object" | "array";
                                };
                            };
                            state: "standard" | "own" | "unplanned";
                            version: number;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/collection/profiles/{profile_id}/events/{event_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A collected event of a person as it came, whole */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    event_id: string;
                    profile_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            event: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/collection/profiles/{profile_id}/traits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What events told of a customer; of each trait the last word by the time of the event */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    profile_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                name: string;
                                /** Format: date-time */
                                occurred_at: string;
                                /** Format: uuid */
                                profile_id: string;
                                value: unknown;
                            }[];
                            next: null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/collection/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sources of events with what came from each */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                accepted: number;
                                /** Format: date-time */
                                created_at: string;
                                former_until: string | null;
                                /** @description Items in quarantine. */
                                held: number;
                                /** @description web: a page or an app, its key can be read by anybody · server: your own system · pos: tills · iot: sensors and beacons · shared: a tablet or kiosk many people use, which identifies nobody */
                                kind: "web" | "server" | "pos" | "iot" | "shared";
                                last_at: string | null;
                                mapping: {
                                    /** @description Their name of an event → ours. */
                                    events?: {
                                        [key: string]: string;
                                    };
                                    /** @description Where an item lacks a value, the path at which it stands: `{"userId": "properties.customer_no"}`. */
                                    fields?: {
                                        [key: string]: string;
                                    };
                                };
                                name: string;
                                place_id: string | null;
                                repeated: number;
                                revoked_at: string | null;
                                /** Format: uuid */
                                source_id: string;
                                version: number;
                            }[];
                            next: null;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Let a site, an app, a system, a till or a sensor send events; its write key is shown once */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description web: a page or an app, its key can be read by anybody · server: your own system · pos: tills · iot: sensors and beacons · shared: a tablet or kiosk many people use, which identifies nobody */
                        kind: "web" | "server" | "pos" | "iot" | "shared";
                        mapping?: {
                            /** @description Their name of an event → ours. */
                            events?: {
                                [key: string]: string;
                            };
                            /** @description Where an item lacks a value, the path at which it stands: `{"userId": "properties.customer_no"}`. */
                            fields?: {
                                [key: string]: string;
                            };
                        };
                        name: string;
                        place_id?: string | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date-time */
                            created_at: string;
                            former_until: string | null;
                            /** @description web: a page or an app, its key can be read by anybody · server: your own system · pos: tills · iot: sensors and beacons · shared: a tablet or kiosk many people use, which identifies nobody */
                            kind: "web" | "server" | "pos" | "iot" | "shared";
                            mapping: {
                                /** @description Their name of an event → ours. */
                                events?: {
                                    [key: string]: string;
                                };
                                /** @description Where an item lacks a value, the path at which it stands: `{"userId": "properties.customer_no"}`. */
                                fields?: {
                                    [key: string]: string;
                                };
                            };
                            name: string;
                            place_id: string | null;
                            revoked_at: string | null;
                            /** Format: uuid */
                            source_id: string;
                            version: number;
                            /** @description Shown this once. */
                            write_key: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/collection/sources/{source_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One source */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    source_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            accepted: number;
                            /** Format: date-time */
                            created_at: string;
                            former_until: string | null;
                            /** @description Items in quarantine. */
                            held: number;
                            /** @description web: a page or an app, its key can be read by anybody · server: your own system · pos: tills · iot: sensors and beacons · shared: a tablet or kiosk many people use, which identifies nobody */
                            kind: "web" | "server" | "pos" | "iot" | "shared";
                            last_at: string | null;
                            mapping: {
                                /** @description Their name of an event → ours. */
                                events?: {
                                    [key: string]: string;
                                };
                                /** @description Where an item lacks a value, the path at which it stands: `{"userId": "properties.customer_no"}`. */
                                fields?: {
                                    [key: string]: string;
                                };
                            };
                            name: string;
                            place_id: string | null;
                            repeated: number;
                            revoked_at: string | null;
                            /** Format: uuid */
                            source_id: string;
                            version: number;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** Revoke a source: its key counts no more */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    source_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        /** Change a source’s name, place or mapping */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    source_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        mapping?: {
                            /** @description Their name of an event → ours. */
                            events?: {
                                [key: string]: string;
                            };
                            /** @description Where an item lacks a value, the path at which it stands: `{"userId": "properties.customer_no"}`. */
                            fields?: {
                                [key: string]: string;
                            };
                        };
                        name?: string;
                        place_id?: string | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            accepted: number;
                            /** Format: date-time */
                            created_at: string;
                            former_until: string | null;
                            /** @description Items in quarantine. */
                            held: number;
                            /** @description web: a page or an app, its key can be read by anybody · server: your own system · pos: tills · iot: sensors and beacons · shared: a tablet or kiosk many people use, which identifies nobody */
                            kind: "web" | "server" | "pos" | "iot" | "shared";
                            last_at: string | null;
                            mapping: {
                                /** @description Their name of an event → ours. */
                                events?: {
                                    [key: string]: string;
                                };
                                /** @description Where an item lacks a value, the path at which it stands: `{"userId": "properties.customer_no"}`. */
                                fields?: {
                                    [key: string]: string;
                                };
                            };
                            name: string;
                            place_id: string | null;
                            repeated: number;
                            revoked_at: string | null;
                            /** Format: uuid */
                            source_id: string;
                            version: number;
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/v1/collection/sources/{source_id}/held-items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The quarantine of a source: what could not be read, newest first, and why */
        get: {
            parameters: {
                query: {
                    cursor?: string;
                    limit: number;
                };
                header?: never;
                path: {
                    source_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                event: string | null;
                                /** Format: date-time */
                                expires_at: string;
                                field: string | null;
                                /** Format: uuid */
                                item_id: string;
                                reason: string;
                                /** Format: date-time */
                                received_at: string;
                                /** Format: uuid */
                                source_id: string;
                            }[];
                            next: string | null;
                            reasons: {
                                field: string | null;
                                items: number;
                                reason: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/collection/sources/{source_id}/key-rotations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A new write key, shown once; the one before counts for 24 hours more */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    source_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date-time */
                            created_at: string;
                            former_until: string | null;
                            /** @description web: a page or an app, its key can be read by anybody · server: your own system · pos: tills · iot: sensors and beacons · shared: a tablet or kiosk many people use, which identifies nobody */
                            kind: "web" | "server" | "pos" | "iot" | "shared";
                            mapping: {
                                /** @description Their name of an event → ours. */
                                events?: {
                                    [key: string]: string;
                                };
                                /** @description Where an item lacks a value, the path at which it stands: `{"userId": "properties.customer_no"}`. */
                                fields?: {
                                    [key: string]: string;
                                };
                            };
                            name: string;
                            place_id: string | null;
                            revoked_at: string | null;
                            /** Format: uuid */
                            source_id: string;
                            version: number;
                            /** @description Shown this once. */
                            write_key: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/collection/sources/{source_id}/replays": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Read the quarantine of a source again, as it is mapped now */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    source_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            held: number;
                            replayed: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/consent/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What stands for a person */
        get: {
            parameters: {
                query?: {
                    profile_id?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                channel: string;
                                /** Format: date-time */
                                decided_at: string;
                                /** @description Over all her profiles: one refusal is enough. */
                                granted: boolean;
                                purpose: string;
                                wording_version: number;
                            }[];
                            next: null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/consent/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record decisions; answers what stands now */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * Format: date-time
                         * @description For history; API keys only.
                         */
                        decided_at?: string;
                        decisions: {
                            /** @description One of the purpose’s channels, or `all`. */
                            channel: string;
                            granted: boolean;
                            purpose: string;
                            wording_version?: number;
                        }[];
                        place_id?: string | null;
                        /**
                         * Format: uuid
                         * @description For staff and systems; a person decides for herself.
                         */
                        profile_id?: string;
                        /** @description The screen or form: sign_up, my_page, counter_tablet … */
                        source?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                channel: string;
                                /** Format: date-time */
                                decided_at: string;
                                /** @description Over all her profiles: one refusal is enough. */
                                granted: boolean;
                                purpose: string;
                                wording_version: number;
                            }[];
                            next: null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/consent/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every decision of a person, newest first */
        get: {
            parameters: {
                query: {
                    cursor?: string;
                    limit: number;
                    profile_id?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                actor_id: string | null;
                                actor_kind: string;
                                channel: string;
                                /** Format: date-time */
                                decided_at: string;
                                /** Format: uuid */
                                decision_id: string;
                                granted: boolean;
                                place_id: string | null;
                                /** Format: uuid */
                                profile_id: string;
                                purpose: string;
                                source: string;
                                wording_version: number;
                            }[];
                            next: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/consent/purposes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Purposes with the words in force */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                channels: string[];
                                name_en: string;
                                name_ja: string;
                                position: number;
                                purpose: string;
                                /** @description Membership needs it; it cannot be refused. */
                                required: boolean;
                                wording: {
                                    body_en: string;
                                    body_ja: string;
                                    /** Format: date-time */
                                    effective_from: string;
                                    version: number;
                                } | null;
                            }[];
                            next: null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/consent/purposes/{purpose}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Add or change a purpose */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    purpose: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        channels: string[];
                        name_en: string;
                        name_ja: string;
                        /** @default 100 */
                        position: number;
                        /** @default false */
                        required: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            channels: string[];
                            name_en: string;
                            name_ja: string;
                            position: number;
                            purpose: string;
                            /** @description Membership needs it; it cannot be refused. */
                            required: boolean;
                            wording: {
                                body_en: string;
                                body_ja: string;
                                /** Format: date-time */
                                effective_from: string;
                                version: number;
                            } | null;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/consent/purposes/{purpose}/wordings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add the next version of the words */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    purpose: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        body_en: string;
                        body_ja: string;
                        /** Format: date-time */
                        effective_from?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            body_en: string;
                            body_ja: string;
                            /** Format: date-time */
                            effective_from: string;
                            version: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Register a member: by herself, by staff on the tablet, or by a system
         * @description By herself it also signs her in (cookie). An e-mail address registers once: 409 names the field.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        address?: string | null;
                        birth_date?: string | null;
                        building?: string | null;
                        card_numbers?: string[];
                        city?: string | null;
                        email?: string | null;
                        external_id?: string | null;
                        /** @description Or the whole of a single name. */
                        family_name: string;
                        family_name_kana?: string | null;
                        gender?: ("female" | "male" | "other" | "unknown") | null;
                        given_name?: string | null;
                        given_name_kana?: string | null;
                        home_place_id?: string | null;
                        locale?: "ja" | "en";
                        phone?: string | null;
                        place_id?: string | null;
                        postal_code?: string | null;
                        poster_code?: string | null;
                        prefecture?: string | null;
                        /**
                         * Format: date-time
                         * @description For history; API keys only.
                         */
                        registered_at?: string;
                        route?: string | null;
                        sign_up?: string | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            customer_id: string;
                            member_number: string;
                            /** Format: uuid */
                            profile_id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One customer (audited) */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Any profile_id of the customer, the customer_id, or `ext:` and the retailer’s own number. */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            address: string | null;
                            birth_date: string | null;
                            birth_month: number | null;
                            birth_year: number | null;
                            building: string | null;
                            card_numbers: string[];
                            city: string | null;
                            /** Format: uuid */
                            customer_id: string;
                            email: string | null;
                            external_id: string | null;
                            family_name: string | null;
                            family_name_kana: string | null;
                            gender: string | null;
                            given_name: string | null;
                            given_name_kana: string | null;
                            home_place_id: string | null;
                            kind: string;
                            locale: string;
                            member_number: string | null;
                            name: string | null;
                            phone: string | null;
                            postal_code: string | null;
                            prefecture: string | null;
                            /** Format: uuid */
                            profile_id: string;
                            profile_ids: string[];
                            /** Format: date-time */
                            registered_at: string;
                            route: string | null;
                            version: number;
                        };
                    };
                };
            };
        };
        /** Add or change a customer under the retailer’s own number (`ext:…`) */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        address?: string | null;
                        birth_date?: string | null;
                        building?: string | null;
                        card_numbers?: string[];
                        city?: string | null;
                        email?: string | null;
                        /** @description Or the whole of a single name. */
                        family_name: string;
                        family_name_kana?: string | null;
                        gender?: ("female" | "male" | "other" | "unknown") | null;
                        given_name?: string | null;
                        given_name_kana?: string | null;
                        home_place_id?: string | null;
                        locale?: "ja" | "en";
                        phone?: string | null;
                        place_id?: string | null;
                        postal_code?: string | null;
                        prefecture?: string | null;
                        /**
                         * Format: date-time
                         * @description For history; API keys only.
                         */
                        registered_at?: string;
                        route?: string | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            address: string | null;
                            birth_date: string | null;
                            birth_month: number | null;
                            birth_year: number | null;
                            building: string | null;
                            card_numbers: string[];
                            city: string | null;
                            /** Format: uuid */
                            customer_id: string;
                            email: string | null;
                            external_id: string | null;
                            family_name: string | null;
                            family_name_kana: string | null;
                            gender: string | null;
                            given_name: string | null;
                            given_name_kana: string | null;
                            home_place_id: string | null;
                            kind: string;
                            locale: string;
                            member_number: string | null;
                            name: string | null;
                            phone: string | null;
                            postal_code: string | null;
                            prefecture: string | null;
                            /** Format: uuid */
                            profile_id: string;
                            profile_ids: string[];
                            /** Format: date-time */
                            registered_at: string;
                            route: string | null;
                            version: number;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Correct a customer's data (If-Match: version) */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Any profile_id of the customer, the customer_id, or `ext:` and the retailer’s own number. */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        address?: string | null;
                        birth_date?: string | null;
                        building?: string | null;
                        card_numbers?: string[];
                        city?: string | null;
                        email?: string | null;
                        external_id?: string | null;
                        family_name?: string | null;
                        family_name_kana?: string | null;
                        gender?: ("female" | "male" | "other" | "unknown") | null;
                        given_name?: string | null;
                        given_name_kana?: string | null;
                        home_place_id?: string | null;
                        locale?: "ja" | "en";
                        phone?: string | null;
                        postal_code?: string | null;
                        prefecture?: string | null;
                        route?: string | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            address: string | null;
                            birth_date: string | null;
                            birth_month: number | null;
                            birth_year: number | null;
                            building: string | null;
                            card_numbers: string[];
                            city: string | null;
                            /** Format: uuid */
                            customer_id: string;
                            email: string | null;
                            external_id: string | null;
                            family_name: string | null;
                            family_name_kana: string | null;
                            gender: string | null;
                            given_name: string | null;
                            given_name_kana: string | null;
                            home_place_id: string | null;
                            kind: string;
                            locale: string;
                            member_number: string | null;
                            name: string | null;
                            phone: string | null;
                            postal_code: string | null;
                            prefecture: string | null;
                            /** Format: uuid */
                            profile_id: string;
                            profile_ids: string[];
                            /** Format: date-time */
                            registered_at: string;
                            route: string | null;
                            version: number;
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/v1/customers/{id}/addresses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The address book of a customer (audited) */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                address: string;
                                /** Format: uuid */
                                address_id: string;
                                building?: string;
                                /** Format: date-time */
                                changed_at: string;
                                city: string;
                                family_name: string;
                                family_name_kana?: string;
                                given_name?: string;
                                given_name_kana?: string;
                                phone: string;
                                postal_code: string;
                                prefecture: string;
                                preferred: boolean;
                            }[];
                            next: null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/{id}/cards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Link a (brand) card; 409 when it is another customer's */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Any profile_id of the customer, the customer_id, or `ext:` and the retailer’s own number. */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        card_number: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            address: string | null;
                            birth_date: string | null;
                            birth_month: number | null;
                            birth_year: number | null;
                            building: string | null;
                            card_numbers: string[];
                            city: string | null;
                            /** Format: uuid */
                            customer_id: string;
                            email: string | null;
                            external_id: string | null;
                            family_name: string | null;
                            family_name_kana: string | null;
                            gender: string | null;
                            given_name: string | null;
                            given_name_kana: string | null;
                            home_place_id: string | null;
                            kind: string;
                            locale: string;
                            member_number: string | null;
                            name: string | null;
                            phone: string | null;
                            postal_code: string | null;
                            prefecture: string | null;
                            /** Format: uuid */
                            profile_id: string;
                            profile_ids: string[];
                            /** Format: date-time */
                            registered_at: string;
                            route: string | null;
                            version: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/{id}/merges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Merges that made this customer */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                from_customer_id: string;
                                /** Format: uuid */
                                merge_id: string;
                                /** Format: date-time */
                                merged_at: string;
                                profile_ids: string[];
                                reason: string;
                                /** Format: uuid */
                                to_customer_id: string;
                                undone_at: string | null;
                            }[];
                            next: null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/{id}/pin-checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Her bar code or card was read and she typed her PIN: gives a scan which may spend */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        pin: string;
                        /**
                         * Format: uuid
                         * @description The scan of her bar code or card, read here within ten minutes.
                         */
                        scan_id: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            customer_id: string;
                            /** @description qr, member_number, card, or pin: the card and her PIN */
                            kind: string;
                            /** @description True only for a fresh rotating QR or a PIN; an order that spends points cites scan_id. */
                            may_spend: boolean;
                            member_number: string | null;
                            name: string | null;
                            /** Format: uuid */
                            profile_id: string;
                            /** Format: uuid */
                            scan_id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/{id}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open a member's session for a system that signed her in itself */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            expires_at: string | null;
                            /** Format: uuid */
                            profile_id: string;
                            /** @description Only without the Engawa-Face header; faces get a cookie. */
                            token?: string;
                        };
                    };
                };
            };
        };
        /** Sign a member out everywhere: a lost phone, a doubt (audited) */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/by-external-id/{external_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Add or change a customer under the retailer’s own number: now `PUT /v1/customers/ext:…`
         * @deprecated
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    external_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        address?: string | null;
                        birth_date?: string | null;
                        building?: string | null;
                        card_numbers?: string[];
                        city?: string | null;
                        email?: string | null;
                        /** @description Or the whole of a single name. */
                        family_name: string;
                        family_name_kana?: string | null;
                        gender?: ("female" | "male" | "other" | "unknown") | null;
                        given_name?: string | null;
                        given_name_kana?: string | null;
                        home_place_id?: string | null;
                        locale?: "ja" | "en";
                        phone?: string | null;
                        place_id?: string | null;
                        postal_code?: string | null;
                        prefecture?: string | null;
                        /**
                         * Format: date-time
                         * @description For history; API keys only.
                         */
                        registered_at?: string;
                        route?: string | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            address: string | null;
                            birth_date: string | null;
                            birth_month: number | null;
                            birth_year: number | null;
                            building: string | null;
                            card_numbers: string[];
                            city: string | null;
                            /** Format: uuid */
                            customer_id: string;
                            email: string | null;
                            external_id: string | null;
                            family_name: string | null;
                            family_name_kana: string | null;
                            gender: string | null;
                            given_name: string | null;
                            given_name_kana: string | null;
                            home_place_id: string | null;
                            kind: string;
                            locale: string;
                            member_number: string | null;
                            name: string | null;
                            phone: string | null;
                            postal_code: string | null;
                            prefecture: string | null;
                            /** Format: uuid */
                            profile_id: string;
                            profile_ids: string[];
                            /** Format: date-time */
                            registered_at: string;
                            route: string | null;
                            version: number;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/guests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Note a buyer who is not a member; she claims no e-mail address and earns no points */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        email?: string;
                        family_name: string;
                        family_name_kana?: string;
                        given_name?: string;
                        given_name_kana?: string;
                        locale?: "ja" | "en";
                        phone?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            profile_id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/line-authorizations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin signing in by LINE (or linking it, when signed in) */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            authorization_url: string;
                            /** @description To be sent along with the code. Only without the Engawa-Face header; faces get a cookie. */
                            browser_key?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/line-sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Come back from LINE with its code */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        browser_key?: string;
                        code: string;
                        state: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            browser_key?: string;
                            expires_at: string | null;
                            name: string | null;
                            /** @description not_linked: nobody has this LINE account yet; sign in or register, then POST /v1/customers/me/line. */
                            outcome: "signed_in" | "linked" | "not_linked";
                            profile_id: string | null;
                            /** @description Only without the Engawa-Face header; faces get a cookie. */
                            token?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My own data */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            address: string | null;
                            birth_date: string | null;
                            birth_month: number | null;
                            birth_year: number | null;
                            building: string | null;
                            card_numbers: string[];
                            city: string | null;
                            /** Format: uuid */
                            customer_id: string;
                            email: string | null;
                            external_id: string | null;
                            family_name: string | null;
                            family_name_kana: string | null;
                            gender: string | null;
                            given_name: string | null;
                            given_name_kana: string | null;
                            home_place_id: string | null;
                            kind: string;
                            locale: string;
                            member_number: string | null;
                            name: string | null;
                            phone: string | null;
                            postal_code: string | null;
                            prefecture: string | null;
                            /** Format: uuid */
                            profile_id: string;
                            profile_ids: string[];
                            /** Format: date-time */
                            registered_at: string;
                            route: string | null;
                            version: number;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Correct my own data (If-Match: version) */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        address?: string | null;
                        birth_date?: string | null;
                        building?: string | null;
                        city?: string | null;
                        email?: string | null;
                        family_name?: string | null;
                        family_name_kana?: string | null;
                        gender?: ("female" | "male" | "other" | "unknown") | null;
                        given_name?: string | null;
                        given_name_kana?: string | null;
                        home_place_id?: string | null;
                        locale?: "ja" | "en";
                        phone?: string | null;
                        postal_code?: string | null;
                        prefecture?: string | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            address: string | null;
                            birth_date: string | null;
                            birth_month: number | null;
                            birth_year: number | null;
                            building: string | null;
                            card_numbers: string[];
                            city: string | null;
                            /** Format: uuid */
                            customer_id: string;
                            email: string | null;
                            external_id: string | null;
                            family_name: string | null;
                            family_name_kana: string | null;
                            gender: string | null;
                            given_name: string | null;
                            given_name_kana: string | null;
                            home_place_id: string | null;
                            kind: string;
                            locale: string;
                            member_number: string | null;
                            name: string | null;
                            phone: string | null;
                            postal_code: string | null;
                            prefecture: string | null;
                            /** Format: uuid */
                            profile_id: string;
                            profile_ids: string[];
                            /** Format: date-time */
                            registered_at: string;
                            route: string | null;
                            version: number;
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/v1/customers/me/addresses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My address book */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                address: string;
                                /** Format: uuid */
                                address_id: string;
                                building?: string;
                                /** Format: date-time */
                                changed_at: string;
                                city: string;
                                family_name: string;
                                family_name_kana?: string;
                                given_name?: string;
                                given_name_kana?: string;
                                phone: string;
                                postal_code: string;
                                prefecture: string;
                                preferred: boolean;
                            }[];
                            next: null;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Add an address */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        address: string;
                        building?: string;
                        city: string;
                        family_name: string;
                        family_name_kana?: string;
                        given_name?: string;
                        given_name_kana?: string;
                        phone: string;
                        postal_code: string;
                        prefecture: string;
                        preferred?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            address: string;
                            /** Format: uuid */
                            address_id: string;
                            building?: string;
                            /** Format: date-time */
                            changed_at: string;
                            city: string;
                            family_name: string;
                            family_name_kana?: string;
                            given_name?: string;
                            given_name_kana?: string;
                            phone: string;
                            postal_code: string;
                            prefecture: string;
                            preferred: boolean;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/me/addresses/{address_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Write an address anew */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    address_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        address: string;
                        building?: string;
                        city: string;
                        family_name: string;
                        family_name_kana?: string;
                        given_name?: string;
                        given_name_kana?: string;
                        phone: string;
                        postal_code: string;
                        prefecture: string;
                        preferred?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            address: string;
                            /** Format: uuid */
                            address_id: string;
                            building?: string;
                            /** Format: date-time */
                            changed_at: string;
                            city: string;
                            family_name: string;
                            family_name_kana?: string;
                            given_name?: string;
                            given_name_kana?: string;
                            phone: string;
                            postal_code: string;
                            prefecture: string;
                            preferred: boolean;
                        };
                    };
                };
            };
        };
        post?: never;
        /** Forget an address */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    address_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/me/card": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My member card: bar code, and the rotating QR of the next minutes */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            codes: {
                                code: string;
                                /** Format: date-time */
                                from: string;
                                /** Format: date-time */
                                until: string;
                            }[];
                            handle: string;
                            /** @description Base64url. Offline: code = "v1.<handle>.<step>" + "." + first 16 hex digits of HMAC-SHA256(key, "v1.<handle>.<step>"), step = floor(ms since 1970 / 30000). */
                            key: string;
                            /** @description EAN-13 with prefix 29: identifies and earns, never spends. */
                            member_number: string;
                            name: string | null;
                            /** Format: date-time */
                            server_time: string;
                            step_seconds: number;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/me/line": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Link the LINE account proven in this browser a moment ago */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        browser_key?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            email: string | null;
                            line: boolean;
                            passkeys: number;
                            phone: string | null;
                        };
                    };
                };
            };
        };
        /** Unlink my LINE account */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            email: string | null;
                            line: boolean;
                            passkeys: number;
                            phone: string | null;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/me/old-cards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Link the card of an old shop by its number and PIN: it and its points become mine */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        card_number: string;
                        pin: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            customer_id: string;
                            /** Format: uuid */
                            merge_id: string;
                            profile_ids: string[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/me/passkey-challenges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a browser needs to make me a passkey */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            challenge: string;
                        } & {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/me/passkeys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My passkeys, newest first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                backed_up: boolean;
                                /** Format: date-time */
                                created_at: string;
                                name: string;
                                /** Format: uuid */
                                passkey_id: string;
                                /** @description The domain it works on. */
                                site: string;
                                /** @description Kept by a password manager and on several devices, not on one alone. */
                                synced: boolean;
                                used_at: string | null;
                            }[];
                            next: null;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Register the passkey made */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name?: string;
                        response: {
                            authenticatorAttachment?: "platform" | "cross-platform";
                            clientExtensionResults: {
                                [key: string]: unknown;
                            };
                            id: string;
                            rawId: string;
                            response: {
                                attestationObject: string;
                                authenticatorData?: string;
                                clientDataJSON: string;
                                publicKey?: string;
                                publicKeyAlgorithm?: number;
                                transports?: string[];
                            };
                            /** @enum {string} */
                            type: "public-key";
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            backed_up: boolean;
                            /** Format: date-time */
                            created_at: string;
                            name: string;
                            /** Format: uuid */
                            passkey_id: string;
                            /** @description The domain it works on. */
                            site: string;
                            /** @description Kept by a password manager and on several devices, not on one alone. */
                            synced: boolean;
                            used_at: string | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/me/passkeys/{passkey_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a passkey */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    passkey_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        /** Give a passkey another name */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    passkey_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            backed_up: boolean;
                            /** Format: date-time */
                            created_at: string;
                            name: string;
                            /** Format: uuid */
                            passkey_id: string;
                            /** @description The domain it works on. */
                            site: string;
                            /** @description Kept by a password manager and on several devices, not on one alone. */
                            synced: boolean;
                            used_at: string | null;
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/v1/customers/me/pin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether I set a PIN */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            set_at: string | null;
                        };
                    };
                };
            };
        };
        /** Set or replace the PIN with which I spend points at a till without my phone */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        pin: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            set_at: string | null;
                        };
                    };
                };
            };
        };
        post?: never;
        /** Do without a PIN */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/me/ways-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** By what I may sign in */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            email: string | null;
                            line: boolean;
                            passkeys: number;
                            phone: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/merges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make two customers one (reversible) */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        join_id: string;
                        /** Format: uuid */
                        keep_id: string;
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            customer_id: string;
                            /** Format: uuid */
                            merge_id: string;
                            profile_ids: string[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/merges/{merge_id}/undoing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a merge back */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    merge_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            customer_id: string;
                            /** Format: uuid */
                            merge_id: string;
                            profile_ids: string[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/passkey-challenges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A challenge to sign in by passkey */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            challenge: string;
                        } & {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/passkey-sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in by passkey */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        response: {
                            authenticatorAttachment?: "platform" | "cross-platform";
                            clientExtensionResults: {
                                [key: string]: unknown;
                            };
                            id: string;
                            rawId: string;
                            response: {
                                authenticatorData: string;
                                clientDataJSON: string;
                                signature: string;
                                userHandle?: string;
                            };
                            /** @enum {string} */
                            type: "public-key";
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            expires_at: string | null;
                            /** Format: uuid */
                            profile_id: string;
                            /** @description Only without the Engawa-Face header; faces get a cookie. */
                            token?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/scans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Read a shown member QR, bar code or card */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        code: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            customer_id: string;
                            /** @description qr, member_number, card, or pin: the card and her PIN */
                            kind: string;
                            /** @description True only for a fresh rotating QR or a PIN; an order that spends points cites scan_id. */
                            may_spend: boolean;
                            member_number: string | null;
                            name: string | null;
                            /** Format: uuid */
                            profile_id: string;
                            /** Format: uuid */
                            scan_id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/searches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Find people by kana, name, phone, last four digits, e-mail, card or member number */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default 20 */
                        limit: number;
                        text: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                city: string | null;
                                /** Format: uuid */
                                customer_id: string;
                                email: string | null;
                                kind: string;
                                member_number: string | null;
                                name: string | null;
                                name_kana: string | null;
                                phone: string | null;
                                prefecture: string | null;
                                /** Format: uuid */
                                profile_id: string;
                                /** Format: date-time */
                                registered_at: string;
                            }[];
                            next: null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in by the code sent */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        browser_key?: string;
                        code: string;
                        email?: string;
                        phone?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            expires_at: string | null;
                            /** Format: uuid */
                            profile_id: string;
                            /** @description Only without the Engawa-Face header; faces get a cookie. */
                            token?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/sign-in-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a sign-in code by mail or SMS; the answer does not tell whether the address is registered */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            /** @description One of the two. */
            requestBody: {
                content: {
                    "application/json": {
                        email?: string;
                        phone?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description To be sent along with the code. Only without the Engawa-Face header; faces get a cookie. */
                            browser_key?: string;
                            expires_in_seconds: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/sign-ups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many joined by which route (and place, poster), beside the same days of last year */
        get: {
            parameters: {
                query: {
                    by_place: boolean;
                    by_poster: boolean;
                    from: string;
                    to: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            from: string;
                            items: {
                                change_percent: number | null;
                                joined: number;
                                joined_year_before: number;
                                place_id: string | null;
                                poster_id: string | null;
                                route: string;
                            }[];
                            to: string;
                            total: {
                                change_percent: number | null;
                                joined: number;
                                joined_year_before: number;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        /** Hand the tablet over: a ticket with which the customer herself registers, once */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date-time */
                            expires_at: string;
                            /** @description What the tablet opens, or shows as a QR code for her own phone. */
                            join_url: string;
                            sign_up: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/visitors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Start an anonymous visit (one who has a session keeps it) */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            expires_at: string | null;
                            /** Format: uuid */
                            profile_id: string;
                            /** @description Only without the Engawa-Face header; faces get a cookie. */
                            token?: string;
                        };
                    };
                };
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            expires_at: string | null;
                            /** Format: uuid */
                            profile_id: string;
                            /** @description Only without the Engawa-Face header; faces get a cookie. */
                            token?: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/desk/customers/{customer_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything we know of a customer, over all her profiles (audited) */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    customer_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date-time */
                            as_of: string;
                            /** @description Three lines a human would say */
                            brief: {
                                en: string;
                                ja: string;
                            }[];
                            cart: {
                                /** Format: uuid */
                                cart_id: string;
                                /** Format: date-time */
                                changed_at: string;
                                lines: {
                                    added_by: string;
                                    name: string;
                                    name_en: string | null;
                                    quantity: number;
                                    /** Format: uuid */
                                    variant_id: string;
                                }[];
                                pieces: number;
                                /** Format: uuid */
                                profile_id: string;
                                version: number;
                            } | null;
                            channels: {
                                channel: string;
                                /** Format: date-time */
                                last_at: string;
                                orders: number;
                                /** @description Whole yen, consumption tax included */
                                spend_yen: number;
                            }[];
                            consents: {
                                channel: string;
                                /** Format: date-time */
                                decided_at: string;
                                granted: boolean;
                                name_en: string;
                                name_ja: string;
                                purpose: string;
                            }[];
                            /** Format: uuid */
                            customer_id: string;
                            email: string | null;
                            events: {
                                channel: string | null;
                                /** Format: uuid */
                                event_id: string;
                                /** Format: date-time */
                                occurred_at: string;
                                payload: {
                                    [key: string]: unknown;
                                };
                                /** Format: uuid */
                                place_id: string | null;
                                place_name: string | null;
                                place_name_en: string | null;
                                /** Format: uuid */
                                profile_id: string;
                                /** Format: uuid */
                                subject_id: string | null;
                                subject_kind: string | null;
                                type: string;
                            }[];
                            facts: {
                                birth_month: number | null;
                                birth_year: number | null;
                                city: string | null;
                                gender: string | null;
                                /** Format: uuid */
                                home_place_id: string | null;
                                kind: string;
                                locale: string;
                                prefecture: string | null;
                                /** Format: date-time */
                                registered_at: string;
                                route: string | null;
                            };
                            home_place: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                name_en: string | null;
                            } | null;
                            kana: string | null;
                            /** Format: date-time */
                            last_order_at: string | null;
                            member_number: string | null;
                            merges: {
                                /** Format: uuid */
                                merge_id: string;
                                /** Format: date-time */
                                merged_at: string;
                                reason: string;
                            }[];
                            /** @description Not for marketers, like the contact data */
                            name: string | null;
                            orders: {
                                channel: string;
                                lines: {
                                    /** @description Whole yen, consumption tax included */
                                    amount_yen: number;
                                    name: string;
                                    quantity: number;
                                    /** Format: uuid */
                                    variant_id: string | null;
                                }[];
                                number: string;
                                /** Format: uuid */
                                order_id: string;
                                /** Format: uuid */
                                place_id: string;
                                place_name: string | null;
                                place_name_en: string | null;
                                /** Format: date-time */
                                placed_at: string;
                                points_earned: number;
                                points_used: number;
                                /** Format: uuid */
                                profile_id: string;
                                /** Format: date-time */
                                ready_at: string | null;
                                state: string;
                                /** @description Whole yen, consumption tax included */
                                total_yen: number;
                                way: string;
                            }[];
                            orders_count: number;
                            phone: string | null;
                            points: {
                                available: number;
                                debt: number;
                                expiring: {
                                    /** Format: date-time */
                                    expires_at: string;
                                    points: number;
                                }[];
                                held: number;
                                pending: number;
                            };
                            profile_ids: string[];
                            /** @description Whole yen, consumption tax included */
                            spend_12_months_yen: number;
                            visits: {
                                /** Format: date-time */
                                last_at: string;
                                /** Format: uuid */
                                place_id: string;
                                place_name: string | null;
                                place_name_en: string | null;
                                visits: number;
                            }[];
                            /** @description Shop days: one per shop and business day on which she bought, checked in or collected */
                            visits_30_days: number;
                            waiting: {
                                number: string;
                                /** Format: uuid */
                                order_id: string;
                                pieces: number;
                                /** Format: uuid */
                                place_id: string;
                                place_name: string | null;
                                place_name_en: string | null;
                                /** Format: date-time */
                                placed_at: string;
                                /** Format: uuid */
                                profile_id: string;
                                /** Format: date-time */
                                ready_at: string | null;
                                state: string;
                                way: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/desk/displays/{place_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the screen in a shop shows: numbers called, goods that are here; never a name */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    place_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date-time */
                            as_of: string;
                            /** @description Kinds of goods at least five orders of the last 14 days had here */
                            chosen: {
                                /** Format: uuid */
                                category_id: string;
                                name: string;
                                name_en: string | null;
                            }[];
                            goods: {
                                /** Format: uuid */
                                category_id: string | null;
                                /** @description How many are left, when few */
                                left: number | null;
                                name: string;
                                name_en: string | null;
                                /** Format: uuid */
                                picture_id: string | null;
                                /** @description Whole yen, consumption tax included */
                                price_yen: number;
                                /** Format: uuid */
                                product_id: string;
                                reduced: boolean;
                                /**
                                 * @description ◎ many (five or more unless set otherwise), △ few, × none
                                 * @enum {string}
                                 */
                                stock: "many" | "few" | "none";
                            }[];
                            making: number[];
                            place: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                name_en: string | null;
                            };
                            /** @description The newest call first */
                            ready: {
                                /** Format: date-time */
                                called_at: string;
                                number: number;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/desk/maturity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** On which rung the retailer stands (single, multi, cross, omni), each by stated queries */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date-time */
                            as_of: string;
                            days: number;
                            /** Format: date-time */
                            from: string;
                            reached: ("single" | "multi" | "cross" | "omni") | null;
                            rungs: {
                                conditions: {
                                    met: boolean;
                                    name: {
                                        en: string;
                                        ja: string;
                                    };
                                    query: string;
                                    /** @description The query in words */
                                    stated: {
                                        en: string;
                                        ja: string;
                                    };
                                    unit: "count" | "percent";
                                    value: number;
                                    wanted: number;
                                }[];
                                /** @description This rung and every one below it */
                                met: boolean;
                                rung: "single" | "multi" | "cross" | "omni";
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/desk/merges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make two customers one, carts included (reversible)
         * @deprecated
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description A profile of the customer who joins her
                         */
                        join: string;
                        /**
                         * Format: uuid
                         * @description A profile of the customer who stays
                         */
                        keep: string;
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            customer_id: string;
                            /** Format: uuid */
                            merge_id: string;
                            profile_ids: string[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/desk/merges/{merge_id}/undoing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a merge back
         * @deprecated
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    merge_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            customer_id: string;
                            /** Format: uuid */
                            merge_id: string;
                            profile_ids: string[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/desk/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Products on show with price and stock as they are now */
        get: {
            parameters: {
                query: {
                    /** @description `next` of the page before */
                    after?: string;
                    brand_id?: string;
                    category_id?: string;
                    limit: number;
                    /** @description Stock marks of this place; without it, of the places that ship for EC */
                    place_id?: string;
                    /** @description Name in kanji, kana, romaji or half width; JAN; one character is enough */
                    q?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                brand_name: string | null;
                                /** Format: uuid */
                                category_id: string | null;
                                /** @description How many are left, when few */
                                left: number | null;
                                /** @description Made when ordered: there where orders ahead are taken */
                                made_to_order: boolean;
                                name: string;
                                name_en: string | null;
                                name_kana: string | null;
                                /** Format: uuid */
                                picture_id: string | null;
                                /** @description Highest; differs from price_yen when variants differ */
                                price_to_yen: number | null;
                                /** @description Lowest, consumption tax included; null: no price now */
                                price_yen: number | null;
                                /** Format: uuid */
                                product_id: string;
                                /** @description ※: the reduced tax rate */
                                reduced: boolean;
                                /**
                                 * @description ◎ many (five or more unless set otherwise), △ few, × none
                                 * @enum {string}
                                 */
                                stock: "many" | "few" | "none";
                                tags: string[];
                                variant_ids: string[];
                            }[];
                            next: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/desk/products/{product_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A product: variants, price, points, stock near me, how it can be had */
        get: {
            parameters: {
                query?: {
                    lat?: number;
                    lon?: number;
                    /** @description My shop: listed first, and its ways are offered */
                    place_id?: string;
                };
                header?: never;
                path: {
                    product_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date-time */
                            as_of: string;
                            attributes: {
                                [key: string]: unknown;
                            };
                            brand: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                name_en: string | null;
                            } | null;
                            category: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                name_en: string | null;
                            } | null;
                            description: string;
                            description_en: string;
                            /** @description Made when ordered: neither sent nor set aside */
                            made_to_order: boolean;
                            name: string;
                            name_en: string | null;
                            name_kana: string | null;
                            on_sale: boolean;
                            picture_ids: string[];
                            places: {
                                city: string | null;
                                /** Format: date-time */
                                closes_at: string | null;
                                collect: {
                                    /**
                                     * Format: date
                                     * @description The shop’s date on which it is ready
                                     */
                                    day: string;
                                    /** @description Shop time until which orders are ready the same day */
                                    order_before: string;
                                    /** Format: date-time */
                                    ready_at: string;
                                    /**
                                     * Format: date
                                     * @description Kept until this day closes
                                     */
                                    until_day: string;
                                } | null;
                                distance_m: number | null;
                                hold: {
                                    /**
                                     * Format: date-time
                                     * @description Asked for now, set aside until then
                                     */
                                    until: string;
                                } | null;
                                kind: string;
                                latitude: number | null;
                                /** @description How many are left, when few */
                                left: number | null;
                                longitude: number | null;
                                name: string;
                                name_en: string | null;
                                open_now: boolean;
                                /** Format: date-time */
                                opens_at: string | null;
                                order_ahead: {
                                    /** Format: date-time */
                                    paused_until: string | null;
                                    /** Format: date-time */
                                    ready_at: string;
                                } | null;
                                /** Format: uuid */
                                place_id: string;
                                /**
                                 * @description ◎ many (five or more unless set otherwise), △ few, × none
                                 * @enum {string}
                                 */
                                stock: "many" | "few" | "none";
                                variants: {
                                    /** @description How many are left, when few */
                                    left: number | null;
                                    /** @description How many one person could set aside now */
                                    reservable: number;
                                    /**
                                     * @description ◎ many (five or more unless set otherwise), △ few, × none
                                     * @enum {string}
                                     */
                                    stock: "many" | "few" | "none";
                                    /** Format: uuid */
                                    variant_id: string;
                                }[];
                            }[];
                            /** Format: uuid */
                            product_id: string;
                            rate_percent: number;
                            reduced: boolean;
                            tags: string[];
                            variants: {
                                ec: {
                                    /** @description How many are left, when few */
                                    left: number | null;
                                    /**
                                     * @description ◎ many (five or more unless set otherwise), △ few, × none
                                     * @enum {string}
                                     */
                                    stock: "many" | "few" | "none";
                                };
                                gtin: string | null;
                                options: {
                                    [key: string]: unknown;
                                };
                                /** @description Points a member earns on one piece alone */
                                points: number;
                                /** Format: uuid */
                                variant_id: string;
                                /** @description Consumption tax included; null: no price now */
                                yen: number | null;
                            }[];
                            ways: {
                                available: boolean;
                                /** Format: date */
                                day: string | null;
                                order_before: string | null;
                                /** Format: uuid */
                                place_id: string | null;
                                /** @enum {string} */
                                way: "ship" | "collect" | "hold" | "order_ahead";
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Follow the log, a few seconds behind. Repeats are possible, ids are stable. */
        get: {
            parameters: {
                query: {
                    /** @description The `next` of the former page; absent: from the beginning. */
                    after?: string;
                    limit: number;
                    profile_id?: string;
                    subject_id?: string;
                    type?: string[];
                    /** @description Wait so long for something to tell before answering with nothing. */
                    wait_seconds: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                actor_id: string | null;
                                actor_kind: string;
                                channel: string | null;
                                /** Format: uuid */
                                event_id: string;
                                facts: {
                                    [key: string]: unknown;
                                };
                                /** Format: date-time */
                                occurred_at: string;
                                place_id: string | null;
                                /** @description Whom it is about; null for a key without the scope `customers.read`. */
                                profile_id: string | null;
                                /** Format: date-time */
                                received_at: string;
                                source: string;
                                subject_id: string | null;
                                subject_kind: string | null;
                                type: string;
                                version: number | null;
                            }[];
                            more: boolean;
                            next: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Watch the log live (server-sent events). `Last-Event-ID` goes on where a lost connection stopped. */
        get: {
            parameters: {
                query?: {
                    type?: string[];
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events/types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The catalogue of events: every type, in words, with the facts it carries. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                collected: boolean;
                                facts: {
                                    [key: string]: unknown;
                                };
                                name: {
                                    en: string;
                                    ja: string;
                                };
                                /** @description JSON Schema of `facts`. */
                                schema: unknown;
                                /** @description The version of Engawa that told it first. */
                                since: string;
                                type: string;
                            }[];
                            next: null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/group": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Segment HTTP Tracking API: group, one event of at most 32 KB */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            success: boolean;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/identify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Segment HTTP Tracking API: identify, one event of at most 32 KB */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            success: boolean;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Segment HTTP Tracking API: up to 2,500 events in at most 500 KB; the same as batch */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            success: boolean;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/integrations/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bring in up to 500 members of another system with their opening points; who is known stays as she is */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        customers: {
                            address?: string;
                            /** Format: date */
                            birth_date?: string;
                            birth_month?: number;
                            birth_year?: number;
                            building?: string;
                            card_numbers?: string[];
                            city?: string;
                            email?: string;
                            /** @description The other system’s own id. */
                            external_id: string;
                            family_name?: string;
                            family_name_kana?: string;
                            gender?: "female" | "male" | "other";
                            given_name?: string;
                            given_name_kana?: string;
                            /** Format: uuid */
                            home_place_id?: string;
                            locale?: "ja" | "en";
                            phone?: string;
                            /**
                             * Format: uuid
                             * @description Where she joined.
                             */
                            place_id?: string;
                            /** @description Her balance there: an opening entry here. */
                            points?: number;
                            postal_code?: string;
                            prefecture?: string;
                            /** Format: date-time */
                            registered_at?: string;
                            /** @description How she joined. */
                            route?: string;
                        }[];
                        /** @description The system it comes from. Ids are kept as `source:id`, as an import’s map does. */
                        source: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                code: string | null;
                                field: string | null;
                                member_number: string | null;
                                messages: {
                                    en: string;
                                    ja: string;
                                } | null;
                                outcome: "added" | "known" | "refused";
                                profile_id: string | null;
                                /** @description Counted from 0. */
                                row: number;
                            }[];
                            next: null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/integrations/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was sent or waits, the newest first */
        get: {
            parameters: {
                query: {
                    cursor?: string;
                    event_id?: string;
                    limit: number;
                    state?: "waiting" | "delivered" | "failed" | "expired";
                    type?: string;
                    webhook_id?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                attempts: number;
                                /** Format: date-time */
                                created_at: string;
                                /** Format: uuid */
                                delivery_id: string;
                                due_at: string | null;
                                ended_at: string | null;
                                /**
                                 * Format: uuid
                                 * @description The message’s `webhook-id`, the same at every try.
                                 */
                                event_id: string;
                                last_error: string | null;
                                last_status: number | null;
                                state: "waiting" | "delivered" | "failed" | "expired";
                                type: string;
                                /** Format: uuid */
                                webhook_id: string;
                            }[];
                            next: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/integrations/deliveries/{delivery_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One delivery with its body and every attempt */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    delivery_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            attempts: number;
                            /** @description What is sent; null once it has expired. */
                            body: unknown;
                            /** Format: date-time */
                            created_at: string;
                            /** Format: uuid */
                            delivery_id: string;
                            due_at: string | null;
                            ended_at: string | null;
                            /**
                             * Format: uuid
                             * @description The message’s `webhook-id`, the same at every try.
                             */
                            event_id: string;
                            last_error: string | null;
                            last_status: number | null;
                            state: "waiting" | "delivered" | "failed" | "expired";
                            tries: {
                                answer: string | null;
                                /** Format: date-time */
                                at: string;
                                error: string | null;
                                number: number;
                                status: number | null;
                                took_ms: number;
                            }[];
                            type: string;
                            /** Format: uuid */
                            webhook_id: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/integrations/deliveries/{delivery_id}/resends": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send one delivery again, with the same id */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    delivery_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            attempts: number;
                            /** Format: date-time */
                            created_at: string;
                            /** Format: uuid */
                            delivery_id: string;
                            due_at: string | null;
                            ended_at: string | null;
                            /**
                             * Format: uuid
                             * @description The message’s `webhook-id`, the same at every try.
                             */
                            event_id: string;
                            last_error: string | null;
                            last_status: number | null;
                            state: "waiting" | "delivered" | "failed" | "expired";
                            type: string;
                            /** Format: uuid */
                            webhook_id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/integrations/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write up to 2,000 past events of the collected types; nobody reacts to them, a repeat is written once */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        events: {
                            channel?: string;
                            /** @description The other system’s own id. */
                            customer?: string;
                            facts?: {
                                [key: string]: unknown;
                            };
                            /** @description A repeat (same id, same time) is written once. */
                            message_id: string;
                            /** Format: date-time */
                            occurred_at: string;
                            /** Format: uuid */
                            place_id?: string;
                            /** Format: uuid */
                            profile_id?: string;
                            /** Format: uuid */
                            subject_id?: string;
                            subject_kind?: string;
                            /** @description One of the collected types of `/v1/events/types`. */
                            type: string;
                        }[];
                        /** @description The system it comes from. Ids are kept as `source:id`, as an import’s map does. */
                        source: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            accepted: number;
                            repeated: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/integrations/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What can be taken out, with its columns */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                columns: {
                                    kind: string;
                                    name: string;
                                }[];
                                /** @description Holds contact data: needs customers.read, and is audited. */
                                people: boolean;
                                resource: string;
                                title: {
                                    en: string;
                                    ja: string;
                                };
                            }[];
                            next: null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/integrations/exports/{resource}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Take rows out. `Engawa-Next` is the cursor behind the last, `Engawa-More` says whether there are more now. */
        get: {
            parameters: {
                query: {
                    /** @description Of CSV: Shift_JIS for older spreadsheets in Japan. */
                    encoding?: "utf-8" | "shift_jis";
                    format: "ndjson" | "csv" | "parquet";
                    limit: number;
                    /** @description `Engawa-Next` of the answer before; absent: from the beginning. */
                    since?: string;
                };
                header?: never;
                path: {
                    resource: "places" | "brands" | "categories" | "products" | "variants" | "prices" | "stock" | "movements" | "customers" | "consents" | "point_balances" | "point_lots" | "point_postings" | "orders" | "order_lines" | "payments" | "returns" | "return_lines" | "events";
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/integrations/import-fields": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What can be imported: resources, their fields, shipped maps */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                fields: {
                                    choices: string[];
                                    field: string;
                                    /** @description text, kana, yen, date, time, phone, gtin …; `choice` has `choices`. */
                                    kind: string;
                                    needed: boolean;
                                    title: {
                                        en: string;
                                        ja: string;
                                    };
                                }[];
                                /** @description Maps that come with Engawa and read this. */
                                maps: {
                                    name: string;
                                    title: string;
                                }[];
                                resource: "products" | "prices" | "stock" | "customers" | "cards" | "points" | "purchases" | "receipts" | "postal";
                                title: {
                                    en: string;
                                    ja: string;
                                };
                            }[];
                            next: null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/integrations/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Imports, newest first */
        get: {
            parameters: {
                query?: {
                    /** @description `next` of the page before. */
                    after?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                file_name: string;
                                finished_at: string | null;
                                /** Format: uuid */
                                import_id: string;
                                on_conflict: ("keep" | "replace" | "merge" | "fail") | null;
                                problem: {
                                    code: string;
                                    messages: {
                                        en: string;
                                        ja: string;
                                    };
                                } | null;
                                resource: string;
                                rows_read: number;
                                rows_refused: number;
                                rows_repeated: number;
                                rows_total: number | null;
                                rows_written: number;
                                source: string;
                                started_at: string;
                                /** @description failed: it stopped on an error; asked again, it goes on where it stood. partly_undone: some of it was used since. */
                                state: "running" | "done" | "failed" | "undoing" | "undone" | "partly_undone";
                                undone_at: string | null;
                                upload_id: string | null;
                                work: ("waiting" | "importing" | "undoing") | null;
                            }[];
                            next: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Import a file by its plan. A worker does it: follow it by GET. The same file and plan again go on where they stood */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        upload_id: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            file_name: string;
                            finished_at: string | null;
                            /** Format: uuid */
                            import_id: string;
                            on_conflict: ("keep" | "replace" | "merge" | "fail") | null;
                            problem: {
                                code: string;
                                messages: {
                                    en: string;
                                    ja: string;
                                };
                            } | null;
                            resource: string;
                            rows_read: number;
                            rows_refused: number;
                            rows_repeated: number;
                            rows_total: number | null;
                            rows_written: number;
                            source: string;
                            started_at: string;
                            /** @description failed: it stopped on an error; asked again, it goes on where it stood. partly_undone: some of it was used since. */
                            state: "running" | "done" | "failed" | "undoing" | "undone" | "partly_undone";
                            undone_at: string | null;
                            upload_id: string | null;
                            work: ("waiting" | "importing" | "undoing") | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/integrations/imports/{import_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far an import is, what it brought, and why rows were refused */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    import_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description What it brought and nobody has taken back, by kind: order, customer, opening, product, price, count. */
                            brought: {
                                [key: string]: number;
                            };
                            file_name: string;
                            finished_at: string | null;
                            /** Format: uuid */
                            import_id: string;
                            /** @description What an undoing had to keep, and why. */
                            kept: {
                                count: number;
                                kind: string;
                                message: {
                                    en: string;
                                    ja: string;
                                };
                                reason: string;
                            }[];
                            on_conflict: ("keep" | "replace" | "merge" | "fail") | null;
                            problem: {
                                code: string;
                                messages: {
                                    en: string;
                                    ja: string;
                                };
                            } | null;
                            /** @description Why rows were refused, the commonest first. */
                            reasons: {
                                field: string;
                                messages: {
                                    en: string;
                                    ja: string;
                                };
                                rows: number;
                            }[];
                            resource: string;
                            rows_read: number;
                            rows_refused: number;
                            rows_repeated: number;
                            rows_total: number | null;
                            rows_written: number;
                            source: string;
                            started_at: string;
                            /** @description failed: it stopped on an error; asked again, it goes on where it stood. partly_undone: some of it was used since. */
                            state: "running" | "done" | "failed" | "undoing" | "undone" | "partly_undone";
                            undone_at: string | null;
                            upload_id: string | null;
                            work: ("waiting" | "importing" | "undoing") | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/integrations/imports/{import_id}/error-file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same as a CSV that no spreadsheet runs as formulas */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    import_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/integrations/imports/{import_id}/refusals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Rows that were refused, in the order of the file: number, field, reason; never their values */
        get: {
            parameters: {
                query?: {
                    /** @description `next` of the page before. */
                    after?: string;
                    limit?: number;
                };
                header?: never;
                path: {
                    import_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                field: string;
                                messages: {
                                    en: string;
                                    ja: string;
                                };
                                row: number;
                            }[];
                            next: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/integrations/imports/{import_id}/undoing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a whole import back: what it brought and nothing else. A worker does it; what was used since is kept */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    import_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            file_name: string;
                            finished_at: string | null;
                            /** Format: uuid */
                            import_id: string;
                            on_conflict: ("keep" | "replace" | "merge" | "fail") | null;
                            problem: {
                                code: string;
                                messages: {
                                    en: string;
                                    ja: string;
                                };
                            } | null;
                            resource: string;
                            rows_read: number;
                            rows_refused: number;
                            rows_repeated: number;
                            rows_total: number | null;
                            rows_written: number;
                            source: string;
                            started_at: string;
                            /** @description failed: it stopped on an error; asked again, it goes on where it stood. partly_undone: some of it was used since. */
                            state: "running" | "done" | "failed" | "undoing" | "undone" | "partly_undone";
                            undone_at: string | null;
                            upload_id: string | null;
                            work: ("waiting" | "importing" | "undoing") | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/integrations/old-cards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bring in old shop cards with PIN and opening points; a card that is there stays as it is */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        cards: {
                            card_number: string;
                            external_id?: string;
                            /** @description Kept only as a keyed hash. */
                            pin: string;
                            points?: number;
                            /** Format: date-time */
                            registered_at?: string;
                        }[];
                        /** @description The system they come from. */
                        source: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                code: string | null;
                                field: string | null;
                                outcome: "added" | "known" | "refused";
                                /** @description Counted from 0. */
                                row: number;
                            }[];
                            next: null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/integrations/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Book up to 500 past orders as they were, with their points and timeline; no stock moves, a repeat is known */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        orders: {
                            channel: "till" | "ec" | "app" | "phone" | "line" | "catalogue" | "social" | "marketplace" | "agent";
                            /** @description The other system’s own id. */
                            customer?: string;
                            /** @description The other system’s own id. */
                            external_id: string;
                            lines: {
                                /** @description What was paid for the line, tax included. */
                                amount_yen: number;
                                discount_yen?: number;
                                gtin?: string;
                                /** @description The other system’s own id. */
                                product?: string;
                                quantity: number;
                                /** Format: uuid */
                                variant_id?: string;
                            }[];
                            number?: string;
                            /** @description The other system’s own id. */
                            place?: string;
                            /** Format: uuid */
                            place_id?: string;
                            /** Format: date-time */
                            placed_at: string;
                            /** @description Granted for it there. */
                            points?: number;
                            /** Format: date-time */
                            points_expire_at?: string;
                            /** Format: uuid */
                            profile_id?: string;
                            way?: "carry" | "ship" | "collect";
                        }[];
                        /** @description The system it comes from. Ids are kept as `source:id`, as an import’s map does. */
                        source: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                code: string | null;
                                field: string | null;
                                messages: {
                                    en: string;
                                    ja: string;
                                } | null;
                                order_id: string | null;
                                outcome: "added" | "known" | "refused";
                                /** @description Counted from 0. */
                                row: number;
                            }[];
                            next: null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/integrations/outlet-orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Orders of outlets, the newest first */
        get: {
            parameters: {
                query: {
                    after?: string;
                    limit: number;
                    order_id?: string;
                    outlet_id?: string;
                    state?: "received" | "accepted" | "short" | "refused" | "shipped" | "cancelled";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                campaign: string | null;
                                external_id: string;
                                order_id: string | null;
                                /** Format: uuid */
                                outlet_id: string;
                                /** Format: uuid */
                                outlet_order_id: string;
                                /** Format: uuid */
                                place_id: string;
                                placed_at: string;
                                post: string | null;
                                problem: string | null;
                                received_at: string;
                                state: string;
                                step: string | null;
                                total_yen: number;
                            }[];
                            next: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/integrations/outlet-orders/{outlet_order_id}/acceptance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send it from a place that has it (or try its own again) */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    outlet_order_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        place_id?: string | null;
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            campaign: string | null;
                            external_id: string;
                            order_id: string | null;
                            /** Format: uuid */
                            outlet_id: string;
                            /** Format: uuid */
                            outlet_order_id: string;
                            /** Format: uuid */
                            place_id: string;
                            placed_at: string;
                            post: string | null;
                            problem: string | null;
                            received_at: string;
                            state: string;
                            step: string | null;
                            total_yen: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/integrations/outlet-orders/{outlet_order_id}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** We cannot send it: the outlet gives the money back */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    outlet_order_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        place_id?: string | null;
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            campaign: string | null;
                            external_id: string;
                            order_id: string | null;
                            /** Format: uuid */
                            outlet_id: string;
                            /** Format: uuid */
                            outlet_order_id: string;
                            /** Format: uuid */
                            place_id: string;
                            placed_at: string;
                            post: string | null;
                            problem: string | null;
                            received_at: string;
                            state: string;
                            step: string | null;
                            total_yen: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/integrations/outlet-results": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What each campaign and post brought */
        get: {
            parameters: {
                query: {
                    from: string;
                    outlet_id?: string;
                    to: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                campaign: string | null;
                                cancelled: number;
                                orders: number;
                                /** Format: uuid */
                                outlet_id: string;
                                post: string | null;
                                total_yen: number;
                            }[];
                            next: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/integrations/outlets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Marketplaces and social shops we sell at */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                active: boolean;
                                code: string;
                                keep_back: number;
                                kind: "marketplace" | "social";
                                name: string;
                                /** Format: uuid */
                                outlet_id: string;
                                /** Format: uuid */
                                place_id: string;
                                poll_seconds: number;
                                provider: string;
                                /** @description Whether it has a webhook. */
                                rings: boolean;
                                version: number;
                            }[];
                            next: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Add an outlet, or write the one with this code */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        active?: boolean;
                        /** @description The word its webhook sends as X-Bell; only its hash is kept. */
                        bell?: string;
                        /** @description Our name of the shop there. */
                        code: string;
                        keep_back?: number;
                        kind: "marketplace" | "social";
                        name: string;
                        /**
                         * Format: uuid
                         * @description Where its orders are sent from.
                         */
                        place_id: string;
                        poll_seconds?: number;
                        /** @description The adapter that speaks to it; `fake` stands in for the world. */
                        provider: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            active: boolean;
                            code: string;
                            keep_back: number;
                            kind: "marketplace" | "social";
                            name: string;
                            /** Format: uuid */
                            outlet_id: string;
                            /** Format: uuid */
                            place_id: string;
                            poll_seconds: number;
                            provider: string;
                            /** @description Whether it has a webhook. */
                            rings: boolean;
                            version: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/integrations/outlets/{outlet_id}/bell": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** An outlet’s webhook: orders have changed. It only rings; what changed is then asked for */
        post: {
            parameters: {
                query?: never;
                header: {
                    "x-bell": string;
                };
                path: {
                    outlet_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            rung: boolean;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/integrations/outlets/{outlet_id}/listings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is sold there, and how many it was last told of */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    outlet_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                sku: string;
                                told_at: string | null;
                                told_quantity: number | null;
                                /** Format: uuid */
                                variant_id: string;
                            }[];
                            next: string | null;
                        };
                    };
                };
            };
        };
        /** Say under which SKU variants are sold there; those not named stay */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    outlet_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        listings: {
                            sku: string;
                            /** Format: uuid */
                            variant_id: string;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                sku: string;
                                told_at: string | null;
                                told_quantity: number | null;
                                /** Format: uuid */
                                variant_id: string;
                            }[];
                            next: string | null;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/integrations/uploads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Announce a file; its bytes follow by PUT …/content */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Its ending tells the format: csv, tsv, ndjson, each also packed (.gz). */
                        file_name: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            bytes: number | null;
                            created_at: string;
                            file_name: string;
                            map: {
                                [key: string]: unknown;
                            } | null;
                            on_conflict: ("keep" | "replace" | "merge" | "fail") | null;
                            resource: ("products" | "prices" | "stock" | "customers" | "cards" | "points" | "purchases" | "receipts" | "postal") | null;
                            /** Format: uuid */
                            upload_id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/integrations/uploads/{upload_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A file that was sent */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    upload_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            bytes: number | null;
                            created_at: string;
                            file_name: string;
                            map: {
                                [key: string]: unknown;
                            } | null;
                            on_conflict: ("keep" | "replace" | "merge" | "fail") | null;
                            resource: ("products" | "prices" | "stock" | "customers" | "cards" | "points" | "purchases" | "receipts" | "postal") | null;
                            /** Format: uuid */
                            upload_id: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** Forget a file at once; what was imported from it stays */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    upload_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/integrations/uploads/{upload_id}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Send the bytes of the file (application/octet-stream), of any length the house allows */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    upload_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/octet-stream": unknown;
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            bytes: number | null;
                            created_at: string;
                            file_name: string;
                            map: {
                                [key: string]: unknown;
                            } | null;
                            on_conflict: ("keep" | "replace" | "merge" | "fail") | null;
                            resource: ("products" | "prices" | "stock" | "customers" | "cards" | "points" | "purchases" | "receipts" | "postal") | null;
                            /** Format: uuid */
                            upload_id: string;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/integrations/uploads/{upload_id}/guess": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the file seems to hold: encoding, which column is which field, and the map that makes */
        get: {
            parameters: {
                query?: {
                    resource?: "products" | "prices" | "stock" | "customers" | "cards" | "points" | "purchases" | "receipts" | "postal";
                    /** @description The system it comes from. Ids are kept as `source:id`, as an import’s map does. */
                    source?: string;
                };
                header?: never;
                path: {
                    upload_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            columns: {
                                /** @description 0 to 1. */
                                confidence: number;
                                field: string | null;
                                /** @description How the values are written: Japanese eras, telephones without their first zero … */
                                forms: {
                                    form: string;
                                    title: {
                                        en: string;
                                        ja: string;
                                    };
                                }[];
                                header: string;
                                samples: string[];
                                /** @description What the samples become; null for one that cannot be read. */
                                values: (string | number | boolean | null)[];
                            }[];
                            file: {
                                /** @description utf-8, utf-16 or cp932 (Shift_JIS as Windows writes it). */
                                encoding: string;
                                format: "csv" | "tsv" | "ndjson";
                                name: string;
                                packed: boolean;
                            };
                            /** @description A map as maps/*.yml are: source, and for the resource `fields` (field → column) with what else it says. As docs/integrate tells. */
                            map: {
                                [key: string]: unknown;
                            };
                            /** @description Fields that are needed and that no column seems to hold. */
                            missing: string[];
                            resource: "products" | "prices" | "stock" | "customers" | "cards" | "points" | "purchases" | "receipts" | "postal";
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/integrations/uploads/{upload_id}/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say how the file is to be read; the answer shows what would come of its first 5,000 rows. Writes nothing but the plan */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    upload_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        map: string | {
                            [key: string]: unknown;
                        };
                        /** @description What is there already: keep it, replace it by the row, merge (fill what is empty), or fail the row. */
                        on_conflict?: "keep" | "replace" | "merge" | "fail";
                        resource: "products" | "prices" | "stock" | "customers" | "cards" | "points" | "purchases" | "receipts" | "postal";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description The first rows as they will be written. */
                            first_rows: {
                                row: number;
                                values: {
                                    [key: string]: string | number | boolean | null;
                                };
                            }[];
                            on_conflict: ("keep" | "replace" | "merge" | "fail") | null;
                            reasons: {
                                field: string;
                                messages: {
                                    en: string;
                                    ja: string;
                                };
                                rows: number;
                            }[];
                            refused: {
                                field: string;
                                messages: {
                                    en: string;
                                    ja: string;
                                };
                                row: number;
                            }[];
                            resource: "products" | "prices" | "stock" | "customers" | "cards" | "points" | "purchases" | "receipts" | "postal";
                            /** @description Rows that would be written. */
                            rows_fresh: number;
                            /** @description Rows that were read for this preview. */
                            rows_looked: number;
                            rows_refused: number;
                            /** @description Rows that change nothing. */
                            rows_repeated: number;
                            source: string;
                            /** @description Whether those were all. */
                            whole: boolean;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/integrations/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Webhooks */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: date-time */
                                created_at: string;
                                description: string;
                                disabled_at: string | null;
                                disabled_reason: ("asked" | "gone" | "failing") | null;
                                enabled: boolean;
                                external_id: string | null;
                                failing_since: string | null;
                                former_secret_until: string | null;
                                include_profile: boolean;
                                place_ids: string[] | null;
                                types: string[];
                                url: string;
                                version: number;
                                /** Format: uuid */
                                webhook_id: string;
                            }[];
                            next: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Be told of events at an address of yours; the signing secret is shown once */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        description?: string;
                        enabled?: boolean;
                        /** @description Tell whom an event is about (`profile_id`); a key needs `customers.read` to ask for it. */
                        include_profile?: boolean;
                        /** @description Types of `GET /v1/events/types`, or `*` for all. */
                        types: string[];
                        /** @description https, port 443 or 8443, a public host. */
                        url: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date-time */
                            created_at: string;
                            description: string;
                            disabled_at: string | null;
                            disabled_reason: ("asked" | "gone" | "failing") | null;
                            enabled: boolean;
                            external_id: string | null;
                            failing_since: string | null;
                            former_secret_until: string | null;
                            include_profile: boolean;
                            place_ids: string[] | null;
                            /** @description `whsec_…`, shown this once. */
                            secret: string;
                            types: string[];
                            url: string;
                            version: number;
                            /** Format: uuid */
                            webhook_id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/integrations/webhooks/{webhook_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One webhook */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Our id, or `ext:` and the retailer’s own. */
                    webhook_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date-time */
                            created_at: string;
                            description: string;
                            disabled_at: string | null;
                            disabled_reason: ("asked" | "gone" | "failing") | null;
                            enabled: boolean;
                            external_id: string | null;
                            failing_since: string | null;
                            former_secret_until: string | null;
                            include_profile: boolean;
                            place_ids: string[] | null;
                            types: string[];
                            url: string;
                            version: number;
                            /** Format: uuid */
                            webhook_id: string;
                        };
                    };
                };
            };
        };
        /** Make or change the webhook of an external id (`ext:…`), or change one of ours */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Our id, or `ext:` and the retailer’s own. */
                    webhook_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        description?: string;
                        enabled?: boolean;
                        /** @description Tell whom an event is about (`profile_id`); a key needs `customers.read` to ask for it. */
                        include_profile?: boolean;
                        /** @description Types of `GET /v1/events/types`, or `*` for all. */
                        types: string[];
                        /** @description https, port 443 or 8443, a public host. */
                        url: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date-time */
                            created_at: string;
                            description: string;
                            disabled_at: string | null;
                            disabled_reason: ("asked" | "gone" | "failing") | null;
                            enabled: boolean;
                            external_id: string | null;
                            failing_since: string | null;
                            former_secret_until: string | null;
                            include_profile: boolean;
                            place_ids: string[] | null;
                            /** @description `whsec_…`, shown this once. */
                            secret?: string;
                            types: string[];
                            url: string;
                            version: number;
                            /** Format: uuid */
                            webhook_id: string;
                        };
                    };
                };
            };
        };
        post?: never;
        /** Forget a webhook */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Our id, or `ext:` and the retailer’s own. */
                    webhook_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        /** Change a webhook */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Our id, or `ext:` and the retailer’s own. */
                    webhook_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        description?: string;
                        enabled?: boolean;
                        /** @description Tell whom an event is about (`profile_id`); a key needs `customers.read` to ask for it. */
                        include_profile?: boolean;
                        /** @description Types of `GET /v1/events/types`, or `*` for all. */
                        types?: string[];
                        /** @description https, port 443 or 8443, a public host. */
                        url?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date-time */
                            created_at: string;
                            description: string;
                            disabled_at: string | null;
                            disabled_reason: ("asked" | "gone" | "failing") | null;
                            enabled: boolean;
                            external_id: string | null;
                            failing_since: string | null;
                            former_secret_until: string | null;
                            include_profile: boolean;
                            place_ids: string[] | null;
                            types: string[];
                            url: string;
                            version: number;
                            /** Format: uuid */
                            webhook_id: string;
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/v1/integrations/webhooks/{webhook_id}/pings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a test message (`ping`) */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Our id, or `ext:` and the retailer’s own. */
                    webhook_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            attempts: number;
                            /** Format: date-time */
                            created_at: string;
                            /** Format: uuid */
                            delivery_id: string;
                            due_at: string | null;
                            ended_at: string | null;
                            /**
                             * Format: uuid
                             * @description The message’s `webhook-id`, the same at every try.
                             */
                            event_id: string;
                            last_error: string | null;
                            last_status: number | null;
                            state: "waiting" | "delivered" | "failed" | "expired";
                            type: string;
                            /** Format: uuid */
                            webhook_id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/integrations/webhooks/{webhook_id}/recoveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send again everything that has failed since a moment */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Our id, or `ext:` and the retailer’s own. */
                    webhook_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Also events that were never planned, as while the webhook was off. */
                        missing?: boolean;
                        /** Format: date-time */
                        since: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            added: number;
                            resent: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/integrations/webhooks/{webhook_id}/secret-rotations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A new signing secret, shown once; for 24 hours both sign */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Our id, or `ext:` and the retailer’s own. */
                    webhook_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date-time */
                            created_at: string;
                            description: string;
                            disabled_at: string | null;
                            disabled_reason: ("asked" | "gone" | "failing") | null;
                            enabled: boolean;
                            external_id: string | null;
                            failing_since: string | null;
                            former_secret_until: string | null;
                            include_profile: boolean;
                            place_ids: string[] | null;
                            /** @description `whsec_…`, shown this once. */
                            secret: string;
                            types: string[];
                            url: string;
                            version: number;
                            /** Format: uuid */
                            webhook_id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/inventory/adjustments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Goods leave without a sale, by reason; `found` puts some in */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        lines: {
                            quantity: number;
                            /** Format: uuid */
                            variant_id: string;
                        }[];
                        /** Format: uuid */
                        place_id: string;
                        /** @enum {string} */
                        reason: "damaged" | "expired" | "stolen" | "lost" | "sample" | "own_use" | "display" | "supplier_return" | "found";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            adjustment_id: string;
                            lines: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/inventory/allocations/quotes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Which places would send these goods (or hand them over), and why not the others; nothing is taken */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description ec, app, phone, marketplace … */
                        channel?: string;
                        latitude?: number;
                        lines: {
                            quantity: number;
                            /** Format: uuid */
                            variant_id: string;
                        }[];
                        longitude?: number;
                        /** Format: uuid */
                        place_id?: string;
                        prefecture?: string;
                        way: "ship" | "collect";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            explain: {
                                chosen: boolean;
                                code: string;
                                en: string;
                                ja: string;
                                /** Format: uuid */
                                place_id: string;
                            }[];
                            /** @enum {string} */
                            outcome: "whole" | "split" | "short";
                            parcels: {
                                lines: {
                                    quantity: number;
                                    /** Format: uuid */
                                    variant_id: string;
                                }[];
                                /** Format: uuid */
                                place_id: string;
                            }[];
                            short: {
                                available: number;
                                /** Format: uuid */
                                variant_id: string;
                                wanted: number;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/inventory/channel-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What each channel may promise; a channel without a rule may promise all that is not kept back */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                buffer: number;
                                cap: number | null;
                                channel: string;
                                place_ids: string[] | null;
                                share_percent: number;
                                version: number;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/inventory/channel-rules/{channel}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Write a channel’s rule: places, share of each, pieces kept back at each, most shown of each */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description ec, app, phone, marketplace … */
                    channel: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        buffer?: number;
                        cap?: number | null;
                        place_ids?: string[] | null;
                        share_percent?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            buffer: number;
                            cap: number | null;
                            channel: string;
                            place_ids: string[] | null;
                            share_percent: number;
                            version: number;
                        };
                    };
                };
            };
        };
        post?: never;
        /** Take a channel’s rule away */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description ec, app, phone, marketplace … */
                    channel: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/inventory/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        counted: number;
                        /** Format: uuid */
                        place_id: string;
                        /** Format: uuid */
                        variant_id: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            difference: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/inventory/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Deliveries expected at a place (at all of mine), the next one first */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    place_id?: string;
                    state?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                closed_at: string | null;
                                /** Format: uuid */
                                delivery_id: string;
                                /** Format: date */
                                expected_on: string;
                                external_id: string | null;
                                lines: {
                                    expected: number;
                                    received: number;
                                    /** Format: uuid */
                                    variant_id: string;
                                }[];
                                /** Format: date-time */
                                made_at: string;
                                note: string | null;
                                /** Format: uuid */
                                place_id: string;
                                /** @enum {string} */
                                state: "expected" | "closed" | "cancelled";
                                supplier: string;
                                version: number;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /** Expect goods from a supplier; under a known external_id an open one is written anew */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: date */
                        expected_on: string;
                        external_id?: string;
                        lines: {
                            quantity: number;
                            /** Format: uuid */
                            variant_id: string;
                        }[];
                        note?: string;
                        /** Format: uuid */
                        place_id: string;
                        supplier: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            closed_at: string | null;
                            /** Format: uuid */
                            delivery_id: string;
                            /** Format: date */
                            expected_on: string;
                            external_id: string | null;
                            lines: {
                                expected: number;
                                received: number;
                                /** Format: uuid */
                                variant_id: string;
                            }[];
                            /** Format: date-time */
                            made_at: string;
                            note: string | null;
                            /** Format: uuid */
                            place_id: string;
                            /** @enum {string} */
                            state: "expected" | "closed" | "cancelled";
                            supplier: string;
                            version: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/inventory/deliveries/{delivery_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One expected delivery */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    delivery_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            closed_at: string | null;
                            /** Format: uuid */
                            delivery_id: string;
                            /** Format: date */
                            expected_on: string;
                            external_id: string | null;
                            lines: {
                                expected: number;
                                received: number;
                                /** Format: uuid */
                                variant_id: string;
                            }[];
                            /** Format: date-time */
                            made_at: string;
                            note: string | null;
                            /** Format: uuid */
                            place_id: string;
                            /** @enum {string} */
                            state: "expected" | "closed" | "cancelled";
                            supplier: string;
                            version: number;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/inventory/deliveries/{delivery_id}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Nothing came and nothing will */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    delivery_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            closed_at: string | null;
                            /** Format: uuid */
                            delivery_id: string;
                            /** Format: date */
                            expected_on: string;
                            external_id: string | null;
                            lines: {
                                expected: number;
                                received: number;
                                /** Format: uuid */
                                variant_id: string;
                            }[];
                            /** Format: date-time */
                            made_at: string;
                            note: string | null;
                            /** Format: uuid */
                            place_id: string;
                            /** @enum {string} */
                            state: "expected" | "closed" | "cancelled";
                            supplier: string;
                            version: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/inventory/deliveries/{delivery_id}/closing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Nothing more will come */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    delivery_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            closed_at: string | null;
                            /** Format: uuid */
                            delivery_id: string;
                            /** Format: date */
                            expected_on: string;
                            external_id: string | null;
                            lines: {
                                expected: number;
                                received: number;
                                /** Format: uuid */
                                variant_id: string;
                            }[];
                            /** Format: date-time */
                            made_at: string;
                            note: string | null;
                            /** Format: uuid */
                            place_id: string;
                            /** @enum {string} */
                            state: "expected" | "closed" | "cancelled";
                            supplier: string;
                            version: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/inventory/deliveries/{delivery_id}/receipts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Goods came: all that is still expected, or the lines given */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    delivery_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        lines?: {
                            quantity: number;
                            /** Format: uuid */
                            variant_id: string;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            closed_at: string | null;
                            /** Format: uuid */
                            delivery_id: string;
                            /** Format: date */
                            expected_on: string;
                            external_id: string | null;
                            lines: {
                                expected: number;
                                received: number;
                                /** Format: uuid */
                                variant_id: string;
                            }[];
                            /** Format: date-time */
                            made_at: string;
                            note: string | null;
                            /** Format: uuid */
                            place_id: string;
                            /** @enum {string} */
                            state: "expected" | "closed" | "cancelled";
                            supplier: string;
                            version: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/inventory/holds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set goods aside until they are fetched or the time is over */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        lines: {
                            quantity: number;
                            /** Format: uuid */
                            variant_id: string;
                        }[];
                        minutes?: number;
                        /** Format: uuid */
                        place_id: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            expires_at: string;
                            /** Format: uuid */
                            hold_id: string;
                            /** Format: uuid */
                            place_id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/inventory/holds/{hold_id}/extension": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keep held goods longer, counted from now */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    hold_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        minutes: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date-time */
                            expires_at: string;
                            /** Format: uuid */
                            hold_id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/inventory/holds/{hold_id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give held goods back: one’s own, or what lies in one’s shop */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    hold_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            released: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/inventory/levels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How much of several variants is at every place: a table of stock in one read */
        get: {
            parameters: {
                query: {
                    variant_id: string[];
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            as_of: string;
                            items: {
                                available: number;
                                on_hand: number;
                                /** Format: uuid */
                                place_id: string;
                                reserved: number;
                                safety: number;
                                /** Format: uuid */
                                variant_id: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/inventory/places/{place_id}/variants/{variant_id}/safety": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    place_id: string;
                    variant_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        safety: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            safety: number;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/inventory/policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How stock is dealt with: allocation, holds, marks */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            allocation: {
                                keep_last_in_shop: boolean;
                                max_parcels: number;
                                prefer_warehouse: boolean;
                                split: boolean;
                            };
                            hold_minutes: number;
                            hold_minutes_most: number;
                            /** @description ◎ from so many pieces on */
                            many_from: number;
                        };
                    };
                };
            };
        };
        /** Write the policy whole */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        allocation: {
                            keep_last_in_shop: boolean;
                            max_parcels: number;
                            prefer_warehouse: boolean;
                            split: boolean;
                        };
                        hold_minutes: number;
                        hold_minutes_most: number;
                        /** @description ◎ from so many pieces on */
                        many_from: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            allocation: {
                                keep_last_in_shop: boolean;
                                max_parcels: number;
                                prefer_warehouse: boolean;
                                split: boolean;
                            };
                            hold_minutes: number;
                            hold_minutes_most: number;
                            /** @description ◎ from so many pieces on */
                            many_from: number;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/inventory/popup-closings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close a POP-UP: no sale any more, leftovers to another place; again later, what came free since follows */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description They are there already; otherwise in transit until received */
                        at_once?: boolean;
                        /** Format: uuid */
                        place_id: string;
                        /**
                         * Format: uuid
                         * @description Where leftovers go; else where the place says, else the place that ships EC orders
                         */
                        to_place_id?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            place_id: string;
                            remaining: {
                                expires_at: string | null;
                                /** Format: date-time */
                                held_at: string;
                                /** Format: uuid */
                                hold_id: string;
                                /** Format: uuid */
                                place_id: string;
                                quantity: number;
                                /** Format: uuid */
                                source_id: string;
                                /** @description order, transfer or hold */
                                source_kind: string;
                                /** Format: uuid */
                                variant_id: string;
                            }[];
                            /** Format: uuid */
                            to_place_id: string;
                            transfer: {
                                closed_at: string | null;
                                decided_at: string | null;
                                differences: {
                                    explained_at: string;
                                    note: string | null;
                                    /** @description Negative: short; positive: over */
                                    quantity: number;
                                    reason: string;
                                    /** Format: uuid */
                                    variant_id: string;
                                }[];
                                /** Format: uuid */
                                from_place_id: string;
                                lines: {
                                    approved: number | null;
                                    /** @description Lost or damaged on the way */
                                    gone: number;
                                    in_transit: number;
                                    received: number;
                                    requested: number;
                                    /** @description Were never sent: back at the sender */
                                    returned: number;
                                    shipped: number;
                                    /** Format: uuid */
                                    variant_id: string;
                                }[];
                                needed_on: string | null;
                                note: string | null;
                                number: string;
                                /** @description `request`, or `popup_return`: what a POP-UP had left */
                                purpose: string;
                                /** Format: date-time */
                                requested_at: string;
                                requested_by: string;
                                /** @enum {string} */
                                state: "requested" | "approved" | "declined" | "cancelled" | "shipped" | "closed";
                                /** Format: uuid */
                                to_place_id: string;
                                /** Format: uuid */
                                transfer_id: string;
                                version: number;
                            } | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/inventory/receipts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        kind?: "opening" | "receipt" | "return" | "loss";
                        lines: {
                            quantity: number;
                            /** Format: uuid */
                            variant_id: string;
                        }[];
                        /** Format: uuid */
                        place_id: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            lines: number;
                            /** Format: uuid */
                            receipt_id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/inventory/reservations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is set aside at a place (at all of mine): for orders, transfers and those who will come */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    place_id?: string;
                    source_id?: string;
                    variant_id?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                expires_at: string | null;
                                /** Format: date-time */
                                held_at: string;
                                /** Format: uuid */
                                hold_id: string;
                                /** Format: uuid */
                                place_id: string;
                                quantity: number;
                                /** Format: uuid */
                                source_id: string;
                                /** @description order, transfer or hold */
                                source_kind: string;
                                /** Format: uuid */
                                variant_id: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/inventory/shrinkage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Pieces that left or turned up without a sale, per place and reason; the last 31 days unless said */
        get: {
            parameters: {
                query?: {
                    from?: string;
                    place_id?: string;
                    to?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date-time */
                            from: string;
                            items: {
                                pieces_in: number;
                                pieces_out: number;
                                /** Format: uuid */
                                place_id: string;
                                reason: string;
                            }[];
                            /** Format: date-time */
                            to: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/inventory/stocktakes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Counts of a place (of all of mine), newest first */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    place_id?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                category_id: string | null;
                                closed_at: string | null;
                                note: string | null;
                                /** Format: date-time */
                                opened_at: string;
                                opened_by: string;
                                /** Format: uuid */
                                place_id: string;
                                /** @enum {string} */
                                scope: "all" | "category" | "list";
                                /** @enum {string} */
                                state: "open" | "approved" | "cancelled";
                                /** Format: uuid */
                                stocktake_id: string;
                                version: number;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /** Open a count of a place: of everything, of a category, or of a list */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        category_id?: string;
                        note?: string;
                        /** Format: uuid */
                        place_id: string;
                        variant_ids?: string[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            category_id: string | null;
                            closed_at: string | null;
                            note: string | null;
                            /** Format: date-time */
                            opened_at: string;
                            opened_by: string;
                            /** Format: uuid */
                            place_id: string;
                            /** @enum {string} */
                            scope: "all" | "category" | "list";
                            /** @enum {string} */
                            state: "open" | "approved" | "cancelled";
                            /** Format: uuid */
                            stocktake_id: string;
                            version: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/inventory/stocktakes/{stocktake_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A count and its lines; those who count do not see what the books say */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    stocktake_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            category_id: string | null;
                            closed_at: string | null;
                            lines: {
                                counted: number | null;
                                difference?: number | null;
                                /** @description Stock moved while it was being counted: count it again */
                                disturbed?: boolean;
                                expected?: number | null;
                                reason?: string | null;
                                round: number;
                                /** Format: uuid */
                                variant_id: string;
                            }[];
                            note: string | null;
                            /** Format: date-time */
                            opened_at: string;
                            opened_by: string;
                            /** Format: uuid */
                            place_id: string;
                            /** @enum {string} */
                            scope: "all" | "category" | "list";
                            /** @enum {string} */
                            state: "open" | "approved" | "cancelled";
                            /** Format: uuid */
                            stocktake_id: string;
                            version: number;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/inventory/stocktakes/{stocktake_id}/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept: differences become movements with their reasons */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    stocktake_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reasons?: {
                            reason: string;
                            /** Format: uuid */
                            variant_id: string;
                        }[];
                        /**
                         * @description Goods in scope that nobody counted: left as they are, or taken to be gone
                         * @enum {string}
                         */
                        uncounted?: "leave" | "zero";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            category_id: string | null;
                            closed_at: string | null;
                            note: string | null;
                            /** Format: date-time */
                            opened_at: string;
                            opened_by: string;
                            /** Format: uuid */
                            place_id: string;
                            /** @enum {string} */
                            scope: "all" | "category" | "list";
                            /** @enum {string} */
                            state: "open" | "approved" | "cancelled";
                            /** Format: uuid */
                            stocktake_id: string;
                            version: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/inventory/stocktakes/{stocktake_id}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Drop it; stock stays as it is */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    stocktake_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            category_id: string | null;
                            closed_at: string | null;
                            note: string | null;
                            /** Format: date-time */
                            opened_at: string;
                            opened_by: string;
                            /** Format: uuid */
                            place_id: string;
                            /** @enum {string} */
                            scope: "all" | "category" | "list";
                            /** @enum {string} */
                            state: "open" | "approved" | "cancelled";
                            /** Format: uuid */
                            stocktake_id: string;
                            version: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/inventory/stocktakes/{stocktake_id}/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What one device counted; entries add up, a negative one takes a slip back */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    stocktake_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * Format: date-time
                         * @description When, if not now (offline)
                         */
                        counted_at?: string;
                        device?: string;
                        lines: {
                            quantity: number;
                            /** Format: uuid */
                            variant_id: string;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            entries: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/inventory/stocktakes/{stocktake_id}/recounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Count these again */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    stocktake_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        variant_ids: string[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            category_id: string | null;
                            closed_at: string | null;
                            note: string | null;
                            /** Format: date-time */
                            opened_at: string;
                            opened_by: string;
                            /** Format: uuid */
                            place_id: string;
                            /** @enum {string} */
                            scope: "all" | "category" | "list";
                            /** @enum {string} */
                            state: "open" | "approved" | "cancelled";
                            /** Format: uuid */
                            stocktake_id: string;
                            version: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/inventory/transfers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Transfers from or to a place (to all of mine), newest first */
        get: {
            parameters: {
                query?: {
                    before?: string;
                    limit?: number;
                    place_id?: string;
                    state?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                closed_at: string | null;
                                decided_at: string | null;
                                differences: {
                                    explained_at: string;
                                    note: string | null;
                                    /** @description Negative: short; positive: over */
                                    quantity: number;
                                    reason: string;
                                    /** Format: uuid */
                                    variant_id: string;
                                }[];
                                /** Format: uuid */
                                from_place_id: string;
                                lines: {
                                    approved: number | null;
                                    /** @description Lost or damaged on the way */
                                    gone: number;
                                    in_transit: number;
                                    received: number;
                                    requested: number;
                                    /** @description Were never sent: back at the sender */
                                    returned: number;
                                    shipped: number;
                                    /** Format: uuid */
                                    variant_id: string;
                                }[];
                                needed_on: string | null;
                                note: string | null;
                                number: string;
                                /** @description `request`, or `popup_return`: what a POP-UP had left */
                                purpose: string;
                                /** Format: date-time */
                                requested_at: string;
                                requested_by: string;
                                /** @enum {string} */
                                state: "requested" | "approved" | "declined" | "cancelled" | "shipped" | "closed";
                                /** Format: uuid */
                                to_place_id: string;
                                /** Format: uuid */
                                transfer_id: string;
                                version: number;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /** Ask another place for goods, or offer one’s own */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        from_place_id: string;
                        lines: {
                            quantity: number;
                            /** Format: uuid */
                            variant_id: string;
                        }[];
                        /** Format: date */
                        needed_on?: string;
                        note?: string;
                        /** Format: uuid */
                        to_place_id: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            closed_at: string | null;
                            decided_at: string | null;
                            differences: {
                                explained_at: string;
                                note: string | null;
                                /** @description Negative: short; positive: over */
                                quantity: number;
                                reason: string;
                                /** Format: uuid */
                                variant_id: string;
                            }[];
                            /** Format: uuid */
                            from_place_id: string;
                            lines: {
                                approved: number | null;
                                /** @description Lost or damaged on the way */
                                gone: number;
                                in_transit: number;
                                received: number;
                                requested: number;
                                /** @description Were never sent: back at the sender */
                                returned: number;
                                shipped: number;
                                /** Format: uuid */
                                variant_id: string;
                            }[];
                            needed_on: string | null;
                            note: string | null;
                            number: string;
                            /** @description `request`, or `popup_return`: what a POP-UP had left */
                            purpose: string;
                            /** Format: date-time */
                            requested_at: string;
                            requested_by: string;
                            /** @enum {string} */
                            state: "requested" | "approved" | "declined" | "cancelled" | "shipped" | "closed";
                            /** Format: uuid */
                            to_place_id: string;
                            /** Format: uuid */
                            transfer_id: string;
                            version: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/inventory/transfers/{transfer_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One transfer */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    transfer_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            closed_at: string | null;
                            decided_at: string | null;
                            differences: {
                                explained_at: string;
                                note: string | null;
                                /** @description Negative: short; positive: over */
                                quantity: number;
                                reason: string;
                                /** Format: uuid */
                                variant_id: string;
                            }[];
                            /** Format: uuid */
                            from_place_id: string;
                            lines: {
                                approved: number | null;
                                /** @description Lost or damaged on the way */
                                gone: number;
                                in_transit: number;
                                received: number;
                                requested: number;
                                /** @description Were never sent: back at the sender */
                                returned: number;
                                shipped: number;
                                /** Format: uuid */
                                variant_id: string;
                            }[];
                            needed_on: string | null;
                            note: string | null;
                            number: string;
                            /** @description `request`, or `popup_return`: what a POP-UP had left */
                            purpose: string;
                            /** Format: date-time */
                            requested_at: string;
                            requested_by: string;
                            /** @enum {string} */
                            state: "requested" | "approved" | "declined" | "cancelled" | "shipped" | "closed";
                            /** Format: uuid */
                            to_place_id: string;
                            /** Format: uuid */
                            transfer_id: string;
                            version: number;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/inventory/transfers/{transfer_id}/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The sender agrees, to all or to the quantities given; they are put aside */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    transfer_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        lines?: {
                            quantity: number;
                            /** Format: uuid */
                            variant_id: string;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            closed_at: string | null;
                            decided_at: string | null;
                            differences: {
                                explained_at: string;
                                note: string | null;
                                /** @description Negative: short; positive: over */
                                quantity: number;
                                reason: string;
                                /** Format: uuid */
                                variant_id: string;
                            }[];
                            /** Format: uuid */
                            from_place_id: string;
                            lines: {
                                approved: number | null;
                                /** @description Lost or damaged on the way */
                                gone: number;
                                in_transit: number;
                                received: number;
                                requested: number;
                                /** @description Were never sent: back at the sender */
                                returned: number;
                                shipped: number;
                                /** Format: uuid */
                                variant_id: string;
                            }[];
                            needed_on: string | null;
                            note: string | null;
                            number: string;
                            /** @description `request`, or `popup_return`: what a POP-UP had left */
                            purpose: string;
                            /** Format: date-time */
                            requested_at: string;
                            requested_by: string;
                            /** @enum {string} */
                            state: "requested" | "approved" | "declined" | "cancelled" | "shipped" | "closed";
                            /** Format: uuid */
                            to_place_id: string;
                            /** Format: uuid */
                            transfer_id: string;
                            version: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/inventory/transfers/{transfer_id}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Call it off before anything was shipped */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    transfer_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            closed_at: string | null;
                            decided_at: string | null;
                            differences: {
                                explained_at: string;
                                note: string | null;
                                /** @description Negative: short; positive: over */
                                quantity: number;
                                reason: string;
                                /** Format: uuid */
                                variant_id: string;
                            }[];
                            /** Format: uuid */
                            from_place_id: string;
                            lines: {
                                approved: number | null;
                                /** @description Lost or damaged on the way */
                                gone: number;
                                in_transit: number;
                                received: number;
                                requested: number;
                                /** @description Were never sent: back at the sender */
                                returned: number;
                                shipped: number;
                                /** Format: uuid */
                                variant_id: string;
                            }[];
                            needed_on: string | null;
                            note: string | null;
                            number: string;
                            /** @description `request`, or `popup_return`: what a POP-UP had left */
                            purpose: string;
                            /** Format: date-time */
                            requested_at: string;
                            requested_by: string;
                            /** @enum {string} */
                            state: "requested" | "approved" | "declined" | "cancelled" | "shipped" | "closed";
                            /** Format: uuid */
                            to_place_id: string;
                            /** Format: uuid */
                            transfer_id: string;
                            version: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/inventory/transfers/{transfer_id}/closing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End it: what never left is free again; nothing may be in transit */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    transfer_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            closed_at: string | null;
                            decided_at: string | null;
                            differences: {
                                explained_at: string;
                                note: string | null;
                                /** @description Negative: short; positive: over */
                                quantity: number;
                                reason: string;
                                /** Format: uuid */
                                variant_id: string;
                            }[];
                            /** Format: uuid */
                            from_place_id: string;
                            lines: {
                                approved: number | null;
                                /** @description Lost or damaged on the way */
                                gone: number;
                                in_transit: number;
                                received: number;
                                requested: number;
                                /** @description Were never sent: back at the sender */
                                returned: number;
                                shipped: number;
                                /** Format: uuid */
                                variant_id: string;
                            }[];
                            needed_on: string | null;
                            note: string | null;
                            number: string;
                            /** @description `request`, or `popup_return`: what a POP-UP had left */
                            purpose: string;
                            /** Format: date-time */
                            requested_at: string;
                            requested_by: string;
                            /** @enum {string} */
                            state: "requested" | "approved" | "declined" | "cancelled" | "shipped" | "closed";
                            /** Format: uuid */
                            to_place_id: string;
                            /** Format: uuid */
                            transfer_id: string;
                            version: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/inventory/transfers/{transfer_id}/receipts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Goods arrive: all in transit, or the lines given; differences are said with their reason */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    transfer_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        differences?: {
                            note?: string;
                            quantity: number;
                            /**
                             * @description lost, damaged: gone on the way · not_sent: still at the sender · over_sent: the sender put in more than its paper says · found: came from nowhere
                             * @enum {string}
                             */
                            reason: "lost" | "damaged" | "not_sent" | "over_sent" | "found";
                            /** Format: uuid */
                            variant_id: string;
                        }[];
                        lines?: {
                            quantity: number;
                            /** Format: uuid */
                            variant_id: string;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            closed_at: string | null;
                            decided_at: string | null;
                            differences: {
                                explained_at: string;
                                note: string | null;
                                /** @description Negative: short; positive: over */
                                quantity: number;
                                reason: string;
                                /** Format: uuid */
                                variant_id: string;
                            }[];
                            /** Format: uuid */
                            from_place_id: string;
                            lines: {
                                approved: number | null;
                                /** @description Lost or damaged on the way */
                                gone: number;
                                in_transit: number;
                                received: number;
                                requested: number;
                                /** @description Were never sent: back at the sender */
                                returned: number;
                                shipped: number;
                                /** Format: uuid */
                                variant_id: string;
                            }[];
                            needed_on: string | null;
                            note: string | null;
                            number: string;
                            /** @description `request`, or `popup_return`: what a POP-UP had left */
                            purpose: string;
                            /** Format: date-time */
                            requested_at: string;
                            requested_by: string;
                            /** @enum {string} */
                            state: "requested" | "approved" | "declined" | "cancelled" | "shipped" | "closed";
                            /** Format: uuid */
                            to_place_id: string;
                            /** Format: uuid */
                            transfer_id: string;
                            version: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/inventory/transfers/{transfer_id}/refusal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The sender says no */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    transfer_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        note?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            closed_at: string | null;
                            decided_at: string | null;
                            differences: {
                                explained_at: string;
                                note: string | null;
                                /** @description Negative: short; positive: over */
                                quantity: number;
                                reason: string;
                                /** Format: uuid */
                                variant_id: string;
                            }[];
                            /** Format: uuid */
                            from_place_id: string;
                            lines: {
                                approved: number | null;
                                /** @description Lost or damaged on the way */
                                gone: number;
                                in_transit: number;
                                received: number;
                                requested: number;
                                /** @description Were never sent: back at the sender */
                                returned: number;
                                shipped: number;
                                /** Format: uuid */
                                variant_id: string;
                            }[];
                            needed_on: string | null;
                            note: string | null;
                            number: string;
                            /** @description `request`, or `popup_return`: what a POP-UP had left */
                            purpose: string;
                            /** Format: date-time */
                            requested_at: string;
                            requested_by: string;
                            /** @enum {string} */
                            state: "requested" | "approved" | "declined" | "cancelled" | "shipped" | "closed";
                            /** Format: uuid */
                            to_place_id: string;
                            /** Format: uuid */
                            transfer_id: string;
                            version: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/inventory/transfers/{transfer_id}/shipments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Goods leave: all that was agreed, or the lines given; they are in transit */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    transfer_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        lines?: {
                            quantity: number;
                            /** Format: uuid */
                            variant_id: string;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            closed_at: string | null;
                            decided_at: string | null;
                            differences: {
                                explained_at: string;
                                note: string | null;
                                /** @description Negative: short; positive: over */
                                quantity: number;
                                reason: string;
                                /** Format: uuid */
                                variant_id: string;
                            }[];
                            /** Format: uuid */
                            from_place_id: string;
                            lines: {
                                approved: number | null;
                                /** @description Lost or damaged on the way */
                                gone: number;
                                in_transit: number;
                                received: number;
                                requested: number;
                                /** @description Were never sent: back at the sender */
                                returned: number;
                                shipped: number;
                                /** Format: uuid */
                                variant_id: string;
                            }[];
                            needed_on: string | null;
                            note: string | null;
                            number: string;
                            /** @description `request`, or `popup_return`: what a POP-UP had left */
                            purpose: string;
                            /** Format: date-time */
                            requested_at: string;
                            requested_by: string;
                            /** @enum {string} */
                            state: "requested" | "approved" | "declined" | "cancelled" | "shipped" | "closed";
                            /** Format: uuid */
                            to_place_id: string;
                            /** Format: uuid */
                            transfer_id: string;
                            version: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/inventory/variants/{variant_id}/availability": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a channel may promise: now by place, in all, and by the date on which more comes */
        get: {
            parameters: {
                query?: {
                    /** @description ec, app, phone, marketplace … */
                    channel?: string;
                };
                header?: never;
                path: {
                    variant_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            as_of: string;
                            available: number;
                            by_date: {
                                available: number;
                                /** Format: date */
                                from: string;
                            }[];
                            channel: string;
                            incoming: {
                                expected_on: string | null;
                                /** Format: uuid */
                                place_id: string;
                                quantity: number;
                                /** Format: uuid */
                                source_id: string;
                                /** @enum {string} */
                                source_kind: "transfer" | "delivery";
                            }[];
                            places: {
                                available: number;
                                /** Format: uuid */
                                place_id: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/inventory/variants/{variant_id}/movements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    place_id?: string;
                };
                header?: never;
                path: {
                    variant_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                kind: string;
                                moved_at: string;
                                /** Format: uuid */
                                movement_id: string;
                                /** Format: uuid */
                                place_id: string;
                                quantity: number;
                                /** Format: uuid */
                                source_id: string;
                                source_kind: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/inventory/variants/{variant_id}/places": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    variant_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            as_of: string;
                            items: {
                                available: number;
                                on_hand: number;
                                /** Format: uuid */
                                place_id: string;
                                reserved: number;
                                safety: number;
                                /** Format: uuid */
                                variant_id: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/loyalty/bonuses/previews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a purchase brings by the bonuses of its day, or would bring by others, and why or why not; writes nothing */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        order_id: string;
                        rules?: ({
                            budget_points?: number;
                            days?: number;
                            key: string;
                            /** @enum {string} */
                            kind: "join";
                            most?: number;
                            name: {
                                en: string;
                                ja: string;
                            };
                            points: number;
                            routes?: string[];
                        } | {
                            budget_points?: number;
                            channels?: string[];
                            days?: number;
                            key: string;
                            /** @enum {string} */
                            kind: "same_shop";
                            most?: number;
                            name: {
                                en: string;
                                ja: string;
                            };
                            places?: string[];
                            points: number;
                            window_days: number;
                        } | {
                            at_least_yen: number;
                            budget_points?: number;
                            channels?: string[];
                            days?: number;
                            key: string;
                            /** @enum {string} */
                            kind: "spend";
                            most?: number;
                            name: {
                                en: string;
                                ja: string;
                            };
                            places?: string[];
                            points: number;
                        } | {
                            budget_points?: number;
                            channels?: string[];
                            days?: number;
                            key: string;
                            /** @enum {string} */
                            kind: "birth_month";
                            most?: number;
                            name: {
                                en: string;
                                ja: string;
                            };
                            places?: string[];
                            points: number;
                        })[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                key: string;
                                name: {
                                    en: string;
                                    ja: string;
                                };
                                points: number;
                                why: {
                                    en: string;
                                    ja: string;
                                };
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/loyalty/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            available: number;
                            debt: number;
                            held: number;
                            next_expiry: {
                                amount: number;
                                expires_at: string;
                            } | null;
                            pending: number;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/loyalty/me/expiries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My points by the day on which they end, soonest first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                amount: number;
                                expires_at: string;
                            }[];
                            next: null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/loyalty/me/stamps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My stamp cards */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                key: string;
                                name: {
                                    en: string;
                                    ja: string;
                                };
                                needs: number;
                                next_expiry: string | null;
                                stamps: number;
                            }[];
                            next: null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/loyalty/me/statement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    before?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                amount: number;
                                event_at: string;
                                /** Format: uuid */
                                journal_id: string;
                                kind: string;
                                name: {
                                    en: string;
                                    ja: string;
                                } | null;
                                place_id: string | null;
                                /** Format: uuid */
                                source_id: string;
                                source_kind: string;
                            }[];
                            next: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/loyalty/profiles/{profile_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    profile_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            available: number;
                            debt: number;
                            held: number;
                            next_expiry: {
                                amount: number;
                                expires_at: string;
                            } | null;
                            pending: number;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/loyalty/profiles/{profile_id}/opening": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    profile_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        amount: number;
                        /** Format: date-time */
                        expires_at?: string;
                        source: string;
                        stamp_card?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            opened: boolean;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/processes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The processes of this house */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                figures: {
                                    connections: {
                                        busy: number;
                                        idle: number;
                                        in_line: number;
                                    };
                                    memory_mb: number;
                                    reactions: {
                                        done: number;
                                        lag_p50_ms: number;
                                        lag_p95_ms: number;
                                    };
                                };
                                host: string;
                                pid: number;
                                /** Format: uuid */
                                process_id: string;
                                /** @description api, worker or all */
                                role: string;
                                /**
                                 * Format: date-time
                                 * @description Its last word; it speaks every ten seconds
                                 */
                                seen_at: string;
                                /** Format: date-time */
                                started_at: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/slow-statements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The statements that cost the most time */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                calls: number;
                                max_ms: number;
                                mean_ms: number;
                                /** @description Its text; values are never part of it */
                                statement: string;
                                total_ms: number;
                            }[];
                            /** @description What our processes take note of */
                            slower_than_ms: number | null;
                            /** @description pg_stat_statements, or own: those that our processes noticed */
                            source: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/work": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far background work is behind */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            degraded: {
                                en: string;
                                ja: string;
                                /** @description work, pending, webhooks or connections */
                                part: string;
                            }[];
                            /** @description Whether any worker hands work out just now */
                            dispatching: boolean;
                            healthy: boolean;
                            reactions: {
                                due: number;
                                oldest_due_seconds: number;
                                reaction: string;
                                /** @description Failed too often: waits for a person */
                                stuck: number;
                                waiting: number;
                            }[];
                            summaries: {
                                oldest_seconds: number;
                                waiting: number;
                            };
                            webhooks: {
                                due: number;
                                oldest_due_seconds: number;
                                switched_off: number;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    /** @description A moment (ISO 8601), or `next` of the page before. */
                    before?: string;
                    /** @description With newest. */
                    business_date?: string;
                    /** @description With newest. */
                    channel?: string;
                    /** @description With newest: to collect, not ready, and past the promised time. */
                    late?: boolean;
                    limit?: number;
                    /** @description For staff: the newest orders as a list, also those of one place, narrowed by what else is said. */
                    newest?: boolean;
                    /** @description With newest: how the order’s number begins. */
                    number?: string;
                    place_id?: string;
                    profile_id?: string;
                    state?: string;
                    /** @description With place_id: only this way. */
                    way?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                business_date: string;
                                cancel_reason: string | null;
                                cancelled_at: string | null;
                                channel: string;
                                discount_yen: number;
                                discounts: {
                                    /**
                                     * Format: uuid
                                     * @description The manager who said yes, when one was needed.
                                     */
                                    approved_by: string | null;
                                    /**
                                     * Format: uuid
                                     * @description Who of the staff took it off.
                                     */
                                    asked_by: string | null;
                                    kind: "by_hand" | "offer";
                                    lines: {
                                        line_no: number;
                                        yen: number;
                                    }[];
                                    /** @description The reason or the offer in words, as they were then. */
                                    name: string;
                                    name_en: string | null;
                                    /** Format: uuid */
                                    offer_id: string | null;
                                    percent: number | null;
                                    /** @description Of what was taken off by hand. */
                                    reason: string | null;
                                    yen: number;
                                }[];
                                done_at: string | null;
                                items_yen: number;
                                lines: {
                                    amount_yen: number;
                                    discount_yen: number;
                                    gtin: string | null;
                                    line_no: number;
                                    name: string;
                                    quantity: number;
                                    rate_den: number;
                                    rate_num: number;
                                    reduced: boolean;
                                    unit_yen: number;
                                    /** Format: uuid */
                                    variant_id: string | null;
                                }[];
                                number: string;
                                /** Format: uuid */
                                order_id: string;
                                payments: {
                                    /** @description What the buyer’s browser needs to go on in the provider’s own fields; then send the order again with the same key. */
                                    action?: {
                                        client_secret: string;
                                        kind: "authenticate" | "pay";
                                        publishable_key?: string;
                                    };
                                    amount_yen: number;
                                    captured_yen?: number;
                                    change_yen: number;
                                    method: string;
                                    /** Format: uuid */
                                    payment_id?: string;
                                    refunded_yen?: number;
                                    /** @description Slip of the outside terminal, as the clerk keyed it. */
                                    slip?: string;
                                    /** @description due, pending, authorized, captured, refunding, partly_refunded, refunded, voiding, voided, failed; replaced: it was due and paid by others. */
                                    state: string;
                                    tendered_yen: number | null;
                                }[];
                                pickup: {
                                    /** @description Six digits shown by the customer; only she and the shop see them. */
                                    code: string;
                                    ready_at: string | null;
                                } | null;
                                /** Format: uuid */
                                place_id: string;
                                placed_at: string;
                                /** @description `payment`: points used are one of the payments. `discount`: they are within discount_yen, before tax. */
                                points_as: string;
                                points_earned: number;
                                points_used: number;
                                /**
                                 * Format: uuid
                                 * @description Null for a walk-in sale.
                                 */
                                profile_id: string | null;
                                promise: {
                                    call_number: number | null;
                                    /** Format: date */
                                    delivery_date: string | null;
                                    /**
                                     * Format: date
                                     * @description The earliest day it can arrive.
                                     */
                                    delivery_from: string | null;
                                    delivery_slot: string | null;
                                    /**
                                     * Format: date-time
                                     * @description Uncollected goods go back then.
                                     */
                                    keep_until: string | null;
                                    /** @description accepted, preparing, ready or handed_over; for orders ahead. */
                                    queue: string | null;
                                    /**
                                     * Format: date-time
                                     * @description Can be collected from then on.
                                     */
                                    ready_from: string | null;
                                    /** Format: date-time */
                                    ready_until: string | null;
                                    /**
                                     * Format: uuid
                                     * @description The shop that sold what another place supplies.
                                     */
                                    sold_place_id: string | null;
                                } | null;
                                ready_at: string | null;
                                /** Format: uuid */
                                staff_id: string | null;
                                state: string;
                                tax_yen: number;
                                taxes: {
                                    rate_den: number;
                                    rate_num: number;
                                    tax_yen: number;
                                    taxable_yen: number;
                                }[];
                                total_yen: number;
                                way: string;
                                /** Format: uuid */
                                with_order_id: string | null;
                            }[];
                            next: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description Order for this company: at its wholesale prices, by one of its contacts or for one.
                         */
                        account_id?: string;
                        /**
                         * Format: uuid
                         * @description An address of her address book.
                         */
                        address_id?: string;
                        /**
                         * Format: uuid
                         * @description A manager’s yes to discounts beyond one’s own limit (POST /v1/orders/discount-approvals).
                         */
                        approval_id?: string;
                        /** @description Order what is in the customer's living cart; ordered lines leave it. */
                        cart?: boolean;
                        channel?: "ec" | "app" | "till" | "phone" | "line" | "catalogue" | "social" | "marketplace" | "agent";
                        contact?: {
                            /** Format: email */
                            email: string;
                            family_name?: string;
                            given_name?: string;
                            phone?: string;
                        };
                        /** @description Codes of coupons she shows, as printed or scanned. */
                        coupons?: string[];
                        /** @description One of the dates and slots of GET /v1/orders/delivery-options. */
                        delivery?: {
                            /** Format: date */
                            date?: string;
                            slot?: string;
                        };
                        /** @description Taken off by hand, one after another; by staff or a system that may. */
                        discounts?: ({
                            /** @description Off this line; off all goods together unless said. */
                            line_no?: number;
                            /** @description One of the setting `orders.discounts`. */
                            reason: string;
                            yen: number;
                        } | {
                            /** @description Off this line; off all goods together unless said. */
                            line_no?: number;
                            percent: number;
                            /** @description One of the setting `orders.discounts`. */
                            reason: string;
                        })[];
                        expected_total_yen?: number;
                        external_id?: string;
                        /**
                         * Format: uuid
                         * @description The hold this till sale ends; its lines unless others are given.
                         */
                        hold_id?: string;
                        lines?: {
                            gtin?: string;
                            quantity: number;
                            /** Format: uuid */
                            variant_id?: string;
                        }[];
                        /** @description Give these offers at most, as a till that prices by itself knows them; whatever fits unless said. */
                        offers?: string[];
                        payments?: {
                            amount_yen?: number;
                            method: "cash" | "card" | "terminal" | "pay_in_shop" | "cash_on_delivery" | "account";
                            /** @description Number of the outside terminal’s slip. */
                            slip?: string;
                            tendered_yen?: number;
                            /** @description Made in the provider’s own fields; never card data. */
                            token?: string;
                        }[];
                        /** @description A date, or the beginning of a window, of those offered; for order_ahead the wanted time. */
                        pickup?: {
                            /** Format: date */
                            date?: string;
                            /** Format: date-time */
                            from?: string;
                        };
                        /** Format: uuid */
                        place_id?: string;
                        points_used?: number;
                        /** @description Where it will be sent, before the address is known: for the fee. */
                        prefecture?: string;
                        /** Format: uuid */
                        profile_id?: string;
                        /**
                         * Format: uuid
                         * @description The scan of the member’s rotating QR code (POST /v1/customers/scans), or of her card with her PIN (POST /v1/customers/{id}/pin-checks); a clerk needs it to spend her points at the till.
                         */
                        scan_id?: string;
                        ship?: {
                            address: string;
                            building?: string;
                            city: string;
                            /** Format: email */
                            email?: string;
                            family_name: string;
                            family_name_kana?: string;
                            given_name?: string;
                            given_name_kana?: string;
                            phone: string;
                            postal_code: string;
                            prefecture: string;
                        };
                        /** @description What the final screen said (特定商取引法 12条の6), word for word; kept with the order and its hash. */
                        shown_terms?: {
                            items: {
                                label: string;
                                text: string;
                            }[];
                            lang: "ja" | "en";
                        };
                        /**
                         * Format: uuid
                         * @description Where a till sold what another place ships or hands over; a clerk’s own shop unless said.
                         */
                        sold_place_id?: string;
                        supply_mode?: "take_away" | "eat_in" | "delivery";
                        way: "carry" | "ship" | "collect" | "order_ahead";
                        /** Format: uuid */
                        with_order_id?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            business_date: string;
                            cancel_reason: string | null;
                            cancelled_at: string | null;
                            channel: string;
                            discount_yen: number;
                            discounts: {
                                /**
                                 * Format: uuid
                                 * @description The manager who said yes, when one was needed.
                                 */
                                approved_by: string | null;
                                /**
                                 * Format: uuid
                                 * @description Who of the staff took it off.
                                 */
                                asked_by: string | null;
                                kind: "by_hand" | "offer";
                                lines: {
                                    line_no: number;
                                    yen: number;
                                }[];
                                /** @description The reason or the offer in words, as they were then. */
                                name: string;
                                name_en: string | null;
                                /** Format: uuid */
                                offer_id: string | null;
                                percent: number | null;
                                /** @description Of what was taken off by hand. */
                                reason: string | null;
                                yen: number;
                            }[];
                            done_at: string | null;
                            items_yen: number;
                            lines: {
                                amount_yen: number;
                                discount_yen: number;
                                gtin: string | null;
                                line_no: number;
                                name: string;
                                quantity: number;
                                rate_den: number;
                                rate_num: number;
                                reduced: boolean;
                                unit_yen: number;
                                /** Format: uuid */
                                variant_id: string | null;
                            }[];
                            number: string;
                            /** Format: uuid */
                            order_id: string;
                            payments: {
                                /** @description What the buyer’s browser needs to go on in the provider’s own fields; then send the order again with the same key. */
                                action?: {
                                    client_secret: string;
                                    kind: "authenticate" | "pay";
                                    publishable_key?: string;
                                };
                                amount_yen: number;
                                captured_yen?: number;
                                change_yen: number;
                                method: string;
                                /** Format: uuid */
                                payment_id?: string;
                                refunded_yen?: number;
                                /** @description Slip of the outside terminal, as the clerk keyed it. */
                                slip?: string;
                                /** @description due, pending, authorized, captured, refunding, partly_refunded, refunded, voiding, voided, failed; replaced: it was due and paid by others. */
                                state: string;
                                tendered_yen: number | null;
                            }[];
                            pickup: {
                                /** @description Six digits shown by the customer; only she and the shop see them. */
                                code: string;
                                ready_at: string | null;
                            } | null;
                            /** Format: uuid */
                            place_id: string;
                            placed_at: string;
                            /** @description `payment`: points used are one of the payments. `discount`: they are within discount_yen, before tax. */
                            points_as: string;
                            points_earned: number;
                            points_used: number;
                            /**
                             * Format: uuid
                             * @description Null for a walk-in sale.
                             */
                            profile_id: string | null;
                            promise: {
                                call_number: number | null;
                                /** Format: date */
                                delivery_date: string | null;
                                /**
                                 * Format: date
                                 * @description The earliest day it can arrive.
                                 */
                                delivery_from: string | null;
                                delivery_slot: string | null;
                                /**
                                 * Format: date-time
                                 * @description Uncollected goods go back then.
                                 */
                                keep_until: string | null;
                                /** @description accepted, preparing, ready or handed_over; for orders ahead. */
                                queue: string | null;
                                /**
                                 * Format: date-time
                                 * @description Can be collected from then on.
                                 */
                                ready_from: string | null;
                                /** Format: date-time */
                                ready_until: string | null;
                                /**
                                 * Format: uuid
                                 * @description The shop that sold what another place supplies.
                                 */
                                sold_place_id: string | null;
                            } | null;
                            ready_at: string | null;
                            /** Format: uuid */
                            staff_id: string | null;
                            state: string;
                            tax_yen: number;
                            taxes: {
                                rate_den: number;
                                rate_num: number;
                                tax_yen: number;
                                taxable_yen: number;
                            }[];
                            total_yen: number;
                            way: string;
                            /** Format: uuid */
                            with_order_id: string | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{order_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    order_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            business_date: string;
                            cancel_reason: string | null;
                            cancelled_at: string | null;
                            channel: string;
                            discount_yen: number;
                            discounts: {
                                /**
                                 * Format: uuid
                                 * @description The manager who said yes, when one was needed.
                                 */
                                approved_by: string | null;
                                /**
                                 * Format: uuid
                                 * @description Who of the staff took it off.
                                 */
                                asked_by: string | null;
                                kind: "by_hand" | "offer";
                                lines: {
                                    line_no: number;
                                    yen: number;
                                }[];
                                /** @description The reason or the offer in words, as they were then. */
                                name: string;
                                name_en: string | null;
                                /** Format: uuid */
                                offer_id: string | null;
                                percent: number | null;
                                /** @description Of what was taken off by hand. */
                                reason: string | null;
                                yen: number;
                            }[];
                            done_at: string | null;
                            items_yen: number;
                            lines: {
                                amount_yen: number;
                                discount_yen: number;
                                gtin: string | null;
                                line_no: number;
                                name: string;
                                quantity: number;
                                rate_den: number;
                                rate_num: number;
                                reduced: boolean;
                                unit_yen: number;
                                /** Format: uuid */
                                variant_id: string | null;
                            }[];
                            number: string;
                            /** Format: uuid */
                            order_id: string;
                            payments: {
                                /** @description What the buyer’s browser needs to go on in the provider’s own fields; then send the order again with the same key. */
                                action?: {
                                    client_secret: string;
                                    kind: "authenticate" | "pay";
                                    publishable_key?: string;
                                };
                                amount_yen: number;
                                captured_yen?: number;
                                change_yen: number;
                                method: string;
                                /** Format: uuid */
                                payment_id?: string;
                                refunded_yen?: number;
                                /** @description Slip of the outside terminal, as the clerk keyed it. */
                                slip?: string;
                                /** @description due, pending, authorized, captured, refunding, partly_refunded, refunded, voiding, voided, failed; replaced: it was due and paid by others. */
                                state: string;
                                tendered_yen: number | null;
                            }[];
                            pickup: {
                                /** @description Six digits shown by the customer; only she and the shop see them. */
                                code: string;
                                ready_at: string | null;
                            } | null;
                            /** Format: uuid */
                            place_id: string;
                            placed_at: string;
                            /** @description `payment`: points used are one of the payments. `discount`: they are within discount_yen, before tax. */
                            points_as: string;
                            points_earned: number;
                            points_used: number;
                            /**
                             * Format: uuid
                             * @description Null for a walk-in sale.
                             */
                            profile_id: string | null;
                            promise: {
                                call_number: number | null;
                                /** Format: date */
                                delivery_date: string | null;
                                /**
                                 * Format: date
                                 * @description The earliest day it can arrive.
                                 */
                                delivery_from: string | null;
                                delivery_slot: string | null;
                                /**
                                 * Format: date-time
                                 * @description Uncollected goods go back then.
                                 */
                                keep_until: string | null;
                                /** @description accepted, preparing, ready or handed_over; for orders ahead. */
                                queue: string | null;
                                /**
                                 * Format: date-time
                                 * @description Can be collected from then on.
                                 */
                                ready_from: string | null;
                                /** Format: date-time */
                                ready_until: string | null;
                                /**
                                 * Format: uuid
                                 * @description The shop that sold what another place supplies.
                                 */
                                sold_place_id: string | null;
                            } | null;
                            ready_at: string | null;
                            /** Format: uuid */
                            staff_id: string | null;
                            state: string;
                            tax_yen: number;
                            taxes: {
                                rate_den: number;
                                rate_num: number;
                                tax_yen: number;
                                taxable_yen: number;
                            }[];
                            total_yen: number;
                            way: string;
                            /** Format: uuid */
                            with_order_id: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{order_id}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    order_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            business_date: string;
                            cancel_reason: string | null;
                            cancelled_at: string | null;
                            channel: string;
                            discount_yen: number;
                            discounts: {
                                /**
                                 * Format: uuid
                                 * @description The manager who said yes, when one was needed.
                                 */
                                approved_by: string | null;
                                /**
                                 * Format: uuid
                                 * @description Who of the staff took it off.
                                 */
                                asked_by: string | null;
                                kind: "by_hand" | "offer";
                                lines: {
                                    line_no: number;
                                    yen: number;
                                }[];
                                /** @description The reason or the offer in words, as they were then. */
                                name: string;
                                name_en: string | null;
                                /** Format: uuid */
                                offer_id: string | null;
                                percent: number | null;
                                /** @description Of what was taken off by hand. */
                                reason: string | null;
                                yen: number;
                            }[];
                            done_at: string | null;
                            items_yen: number;
                            lines: {
                                amount_yen: number;
                                discount_yen: number;
                                gtin: string | null;
                                line_no: number;
                                name: string;
                                quantity: number;
                                rate_den: number;
                                rate_num: number;
                                reduced: boolean;
                                unit_yen: number;
                                /** Format: uuid */
                                variant_id: string | null;
                            }[];
                            number: string;
                            /** Format: uuid */
                            order_id: string;
                            payments: {
                                /** @description What the buyer’s browser needs to go on in the provider’s own fields; then send the order again with the same key. */
                                action?: {
                                    client_secret: string;
                                    kind: "authenticate" | "pay";
                                    publishable_key?: string;
                                };
                                amount_yen: number;
                                captured_yen?: number;
                                change_yen: number;
                                method: string;
                                /** Format: uuid */
                                payment_id?: string;
                                refunded_yen?: number;
                                /** @description Slip of the outside terminal, as the clerk keyed it. */
                                slip?: string;
                                /** @description due, pending, authorized, captured, refunding, partly_refunded, refunded, voiding, voided, failed; replaced: it was due and paid by others. */
                                state: string;
                                tendered_yen: number | null;
                            }[];
                            pickup: {
                                /** @description Six digits shown by the customer; only she and the shop see them. */
                                code: string;
                                ready_at: string | null;
                            } | null;
                            /** Format: uuid */
                            place_id: string;
                            placed_at: string;
                            /** @description `payment`: points used are one of the payments. `discount`: they are within discount_yen, before tax. */
                            points_as: string;
                            points_earned: number;
                            points_used: number;
                            /**
                             * Format: uuid
                             * @description Null for a walk-in sale.
                             */
                            profile_id: string | null;
                            promise: {
                                call_number: number | null;
                                /** Format: date */
                                delivery_date: string | null;
                                /**
                                 * Format: date
                                 * @description The earliest day it can arrive.
                                 */
                                delivery_from: string | null;
                                delivery_slot: string | null;
                                /**
                                 * Format: date-time
                                 * @description Uncollected goods go back then.
                                 */
                                keep_until: string | null;
                                /** @description accepted, preparing, ready or handed_over; for orders ahead. */
                                queue: string | null;
                                /**
                                 * Format: date-time
                                 * @description Can be collected from then on.
                                 */
                                ready_from: string | null;
                                /** Format: date-time */
                                ready_until: string | null;
                                /**
                                 * Format: uuid
                                 * @description The shop that sold what another place supplies.
                                 */
                                sold_place_id: string | null;
                            } | null;
                            ready_at: string | null;
                            /** Format: uuid */
                            staff_id: string | null;
                            state: string;
                            tax_yen: number;
                            taxes: {
                                rate_den: number;
                                rate_num: number;
                                tax_yen: number;
                                taxable_yen: number;
                            }[];
                            total_yen: number;
                            way: string;
                            /** Format: uuid */
                            with_order_id: string | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{order_id}/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    order_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                amount_yen: number;
                                business_date: string;
                                /** @description 1 is the document itself; later ones say 再発行. */
                                copy: number;
                                /** @description The document’s data as it stood when first issued. */
                                data: {
                                    [key: string]: unknown;
                                };
                                /** Format: uuid */
                                document_id: string;
                                issued_at: string;
                                kind: string;
                                number: string;
                                /** Format: uuid */
                                order_id: string;
                                replaces_id: string | null;
                                return_id: string | null;
                                to: {
                                    address?: string | null;
                                    honorific: string;
                                    name: string;
                                    postal_code?: string | null;
                                } | null;
                                version: number;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /** Issue a receipt, return invoice, 領収書 …; asked again, its next copy */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    order_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        addressee?: {
                            address?: string;
                            honorific?: "様" | "御中";
                            name: string;
                            postal_code?: string;
                        };
                        /** @description For one of several 領収書. */
                        amount_yen?: number;
                        kind: "receipt" | "return" | "formal_receipt" | "invoice" | "gift" | "hold";
                        /** @description On paper (the default for staff), where much cash needs a revenue stamp, or electronic, where it never does. */
                        medium?: "paper" | "electronic";
                        /** @description 但し書き; お品代 unless said otherwise. */
                        purpose?: string;
                        /** Format: uuid */
                        return_id?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            amount_yen: number;
                            business_date: string;
                            /** @description 1 is the document itself; later ones say 再発行. */
                            copy: number;
                            /** @description The document’s data as it stood when first issued. */
                            data: {
                                [key: string]: unknown;
                            };
                            /** Format: uuid */
                            document_id: string;
                            issued_at: string;
                            kind: string;
                            number: string;
                            /** Format: uuid */
                            order_id: string;
                            replaces_id: string | null;
                            return_id: string | null;
                            to: {
                                address?: string | null;
                                honorific: string;
                                name: string;
                                postal_code?: string | null;
                            } | null;
                            version: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{order_id}/documents/{document_id}/copies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Print once more: it says 再発行 and which */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    document_id: string;
                    order_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description On paper (the default for staff), where much cash needs a revenue stamp, or electronic, where it never does. */
                        medium?: "paper" | "electronic";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            amount_yen: number;
                            business_date: string;
                            /** @description 1 is the document itself; later ones say 再発行. */
                            copy: number;
                            /** @description The document’s data as it stood when first issued. */
                            data: {
                                [key: string]: unknown;
                            };
                            /** Format: uuid */
                            document_id: string;
                            issued_at: string;
                            kind: string;
                            number: string;
                            /** Format: uuid */
                            order_id: string;
                            replaces_id: string | null;
                            return_id: string | null;
                            to: {
                                address?: string | null;
                                honorific: string;
                                name: string;
                                postal_code?: string | null;
                            } | null;
                            version: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{order_id}/documents/{document_id}/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A new version that names the one it replaces */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    document_id: string;
                    order_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        addressee?: {
                            address?: string;
                            honorific?: "様" | "御中";
                            name: string;
                            postal_code?: string;
                        };
                        /** @description On paper (the default for staff), where much cash needs a revenue stamp, or electronic, where it never does. */
                        medium?: "paper" | "electronic";
                        /** @description 但し書き; お品代 unless said otherwise. */
                        purpose?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            amount_yen: number;
                            business_date: string;
                            /** @description 1 is the document itself; later ones say 再発行. */
                            copy: number;
                            /** @description The document’s data as it stood when first issued. */
                            data: {
                                [key: string]: unknown;
                            };
                            /** Format: uuid */
                            document_id: string;
                            issued_at: string;
                            kind: string;
                            number: string;
                            /** Format: uuid */
                            order_id: string;
                            replaces_id: string | null;
                            return_id: string | null;
                            to: {
                                address?: string | null;
                                honorific: string;
                                name: string;
                                postal_code?: string | null;
                            } | null;
                            version: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{order_id}/documents/{document_id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The latest copy of a document as PDF or for a receipt printer */
        get: {
            parameters: {
                query?: {
                    columns?: number;
                    /** @description pdf; or roll paper as picture, text, ESC/POS or StarPRNT commands. */
                    format?: "pdf" | "svg" | "text" | "escpos" | "star";
                    language?: "ja" | "en";
                };
                header?: never;
                path: {
                    document_id: string;
                    order_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{order_id}/exchanges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take goods back and sell others as one, with one difference */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    order_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Above zero to pay, below zero to be given back. */
                        expected_difference_yen?: number;
                        lines: {
                            condition?: "sellable" | "damaged";
                            line_no: number;
                            quantity: number;
                        }[];
                        override?: {
                            /** @description A manager beside the clerk; a manager signed in approves herself. */
                            approved_by?: {
                                code: string;
                                pin: string;
                            };
                            reason: string;
                        };
                        payments?: {
                            amount_yen?: number;
                            method: "cash" | "card" | "terminal" | "pay_in_shop" | "cash_on_delivery" | "account";
                            /** @description Number of the outside terminal’s slip. */
                            slip?: string;
                            tendered_yen?: number;
                            /** @description Made in the provider’s own fields; never card data. */
                            token?: string;
                        }[];
                        /**
                         * Format: uuid
                         * @description Where the goods are received.
                         */
                        place_id?: string;
                        points_used?: number;
                        reason: "defective" | "wrong_item" | "damaged_in_transit" | "not_as_described" | "size" | "changed_mind" | "gift" | "exchange" | "other";
                        take: {
                            gtin?: string;
                            quantity: number;
                            /** Format: uuid */
                            variant_id?: string;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            credit_yen: number;
                            /** @description Above zero she pays it, below zero it is given back. */
                            difference_yen: number;
                            order: {
                                business_date: string;
                                cancel_reason: string | null;
                                cancelled_at: string | null;
                                channel: string;
                                discount_yen: number;
                                discounts: {
                                    /**
                                     * Format: uuid
                                     * @description The manager who said yes, when one was needed.
                                     */
                                    approved_by: string | null;
                                    /**
                                     * Format: uuid
                                     * @description Who of the staff took it off.
                                     */
                                    asked_by: string | null;
                                    kind: "by_hand" | "offer";
                                    lines: {
                                        line_no: number;
                                        yen: number;
                                    }[];
                                    /** @description The reason or the offer in words, as they were then. */
                                    name: string;
                                    name_en: string | null;
                                    /** Format: uuid */
                                    offer_id: string | null;
                                    percent: number | null;
                                    /** @description Of what was taken off by hand. */
                                    reason: string | null;
                                    yen: number;
                                }[];
                                done_at: string | null;
                                items_yen: number;
                                lines: {
                                    amount_yen: number;
                                    discount_yen: number;
                                    gtin: string | null;
                                    line_no: number;
                                    name: string;
                                    quantity: number;
                                    rate_den: number;
                                    rate_num: number;
                                    reduced: boolean;
                                    unit_yen: number;
                                    /** Format: uuid */
                                    variant_id: string | null;
                                }[];
                                number: string;
                                /** Format: uuid */
                                order_id: string;
                                payments: {
                                    /** @description What the buyer’s browser needs to go on in the provider’s own fields; then send the order again with the same key. */
                                    action?: {
                                        client_secret: string;
                                        kind: "authenticate" | "pay";
                                        publishable_key?: string;
                                    };
                                    amount_yen: number;
                                    captured_yen?: number;
                                    change_yen: number;
                                    method: string;
                                    /** Format: uuid */
                                    payment_id?: string;
                                    refunded_yen?: number;
                                    /** @description Slip of the outside terminal, as the clerk keyed it. */
                                    slip?: string;
                                    /** @description due, pending, authorized, captured, refunding, partly_refunded, refunded, voiding, voided, failed; replaced: it was due and paid by others. */
                                    state: string;
                                    tendered_yen: number | null;
                                }[];
                                pickup: {
                                    /** @description Six digits shown by the customer; only she and the shop see them. */
                                    code: string;
                                    ready_at: string | null;
                                } | null;
                                /** Format: uuid */
                                place_id: string;
                                placed_at: string;
                                /** @description `payment`: points used are one of the payments. `discount`: they are within discount_yen, before tax. */
                                points_as: string;
                                points_earned: number;
                                points_used: number;
                                /**
                                 * Format: uuid
                                 * @description Null for a walk-in sale.
                                 */
                                profile_id: string | null;
                                promise: {
                                    call_number: number | null;
                                    /** Format: date */
                                    delivery_date: string | null;
                                    /**
                                     * Format: date
                                     * @description The earliest day it can arrive.
                                     */
                                    delivery_from: string | null;
                                    delivery_slot: string | null;
                                    /**
                                     * Format: date-time
                                     * @description Uncollected goods go back then.
                                     */
                                    keep_until: string | null;
                                    /** @description accepted, preparing, ready or handed_over; for orders ahead. */
                                    queue: string | null;
                                    /**
                                     * Format: date-time
                                     * @description Can be collected from then on.
                                     */
                                    ready_from: string | null;
                                    /** Format: date-time */
                                    ready_until: string | null;
                                    /**
                                     * Format: uuid
                                     * @description The shop that sold what another place supplies.
                                     */
                                    sold_place_id: string | null;
                                } | null;
                                ready_at: string | null;
                                /** Format: uuid */
                                staff_id: string | null;
                                state: string;
                                tax_yen: number;
                                taxes: {
                                    rate_den: number;
                                    rate_num: number;
                                    tax_yen: number;
                                    taxable_yen: number;
                                }[];
                                total_yen: number;
                                way: string;
                                /** Format: uuid */
                                with_order_id: string | null;
                            };
                            points_used: number;
                            return: {
                                business_date: string;
                                exchange_order_id: string | null;
                                lines: {
                                    condition: string;
                                    line_no: number;
                                    points_back: number;
                                    quantity: number;
                                    refund_yen: number;
                                    total_yen: number;
                                }[];
                                number: string;
                                /** Format: uuid */
                                order_id: string;
                                override: {
                                    reason: string;
                                    /** Format: uuid */
                                    staff_id: string;
                                } | null;
                                /** Format: uuid */
                                place_id: string;
                                /** @description Points used for these goods, which go back to her lots. */
                                points_back: number;
                                /** @description Points these goods had earned, which are taken back. */
                                points_taken: number;
                                reason: string;
                                refund_yen: number;
                                refunds: {
                                    amount_yen: number;
                                    method: string;
                                    /** Format: uuid */
                                    refund_id: string;
                                    state: string;
                                }[];
                                /** Format: uuid */
                                return_id: string;
                                returned_at: string;
                                tax_yen: number;
                                taxes: {
                                    rate_den: number;
                                    rate_num: number;
                                    tax_yen: number;
                                    taxable_yen: number;
                                }[];
                                total_yen: number;
                                way: string;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{order_id}/exchanges/quotes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    order_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        lines: {
                            condition?: "sellable" | "damaged";
                            line_no: number;
                            quantity: number;
                        }[];
                        /**
                         * Format: uuid
                         * @description Where the goods are received.
                         */
                        place_id?: string;
                        points_used?: number;
                        reason: "defective" | "wrong_item" | "damaged_in_transit" | "not_as_described" | "size" | "changed_mind" | "gift" | "exchange" | "other";
                        take: {
                            gtin?: string;
                            quantity: number;
                            /** Format: uuid */
                            variant_id?: string;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            credit_yen: number;
                            /** @description Above zero she pays it, below zero it is given back. */
                            difference_yen: number;
                            lines: {
                                amount_yen: number;
                                discount_yen: number;
                                gtin: string | null;
                                line_no: number;
                                name: string;
                                quantity: number;
                                rate_den: number;
                                rate_num: number;
                                reduced: boolean;
                                unit_yen: number;
                                /** Format: uuid */
                                variant_id: string | null;
                            }[];
                            points_back: number;
                            points_earned: number;
                            points_taken: number;
                            points_used: number;
                            refund_yen: number;
                            taxes: {
                                rate_den: number;
                                rate_num: number;
                                tax_yen: number;
                                taxable_yen: number;
                            }[];
                            total_yen: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{order_id}/hand-over": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    order_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description For an order ahead, instead of the code. */
                        call_number?: number;
                        code?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            business_date: string;
                            cancel_reason: string | null;
                            cancelled_at: string | null;
                            channel: string;
                            discount_yen: number;
                            discounts: {
                                /**
                                 * Format: uuid
                                 * @description The manager who said yes, when one was needed.
                                 */
                                approved_by: string | null;
                                /**
                                 * Format: uuid
                                 * @description Who of the staff took it off.
                                 */
                                asked_by: string | null;
                                kind: "by_hand" | "offer";
                                lines: {
                                    line_no: number;
                                    yen: number;
                                }[];
                                /** @description The reason or the offer in words, as they were then. */
                                name: string;
                                name_en: string | null;
                                /** Format: uuid */
                                offer_id: string | null;
                                percent: number | null;
                                /** @description Of what was taken off by hand. */
                                reason: string | null;
                                yen: number;
                            }[];
                            done_at: string | null;
                            items_yen: number;
                            lines: {
                                amount_yen: number;
                                discount_yen: number;
                                gtin: string | null;
                                line_no: number;
                                name: string;
                                quantity: number;
                                rate_den: number;
                                rate_num: number;
                                reduced: boolean;
                                unit_yen: number;
                                /** Format: uuid */
                                variant_id: string | null;
                            }[];
                            number: string;
                            /** Format: uuid */
                            order_id: string;
                            payments: {
                                /** @description What the buyer’s browser needs to go on in the provider’s own fields; then send the order again with the same key. */
                                action?: {
                                    client_secret: string;
                                    kind: "authenticate" | "pay";
                                    publishable_key?: string;
                                };
                                amount_yen: number;
                                captured_yen?: number;
                                change_yen: number;
                                method: string;
                                /** Format: uuid */
                                payment_id?: string;
                                refunded_yen?: number;
                                /** @description Slip of the outside terminal, as the clerk keyed it. */
                                slip?: string;
                                /** @description due, pending, authorized, captured, refunding, partly_refunded, refunded, voiding, voided, failed; replaced: it was due and paid by others. */
                                state: string;
                                tendered_yen: number | null;
                            }[];
                            pickup: {
                                /** @description Six digits shown by the customer; only she and the shop see them. */
                                code: string;
                                ready_at: string | null;
                            } | null;
                            /** Format: uuid */
                            place_id: string;
                            placed_at: string;
                            /** @description `payment`: points used are one of the payments. `discount`: they are within discount_yen, before tax. */
                            points_as: string;
                            points_earned: number;
                            points_used: number;
                            /**
                             * Format: uuid
                             * @description Null for a walk-in sale.
                             */
                            profile_id: string | null;
                            promise: {
                                call_number: number | null;
                                /** Format: date */
                                delivery_date: string | null;
                                /**
                                 * Format: date
                                 * @description The earliest day it can arrive.
                                 */
                                delivery_from: string | null;
                                delivery_slot: string | null;
                                /**
                                 * Format: date-time
                                 * @description Uncollected goods go back then.
                                 */
                                keep_until: string | null;
                                /** @description accepted, preparing, ready or handed_over; for orders ahead. */
                                queue: string | null;
                                /**
                                 * Format: date-time
                                 * @description Can be collected from then on.
                                 */
                                ready_from: string | null;
                                /** Format: date-time */
                                ready_until: string | null;
                                /**
                                 * Format: uuid
                                 * @description The shop that sold what another place supplies.
                                 */
                                sold_place_id: string | null;
                            } | null;
                            ready_at: string | null;
                            /** Format: uuid */
                            staff_id: string | null;
                            state: string;
                            tax_yen: number;
                            taxes: {
                                rate_den: number;
                                rate_num: number;
                                tax_yen: number;
                                taxable_yen: number;
                            }[];
                            total_yen: number;
                            way: string;
                            /** Format: uuid */
                            with_order_id: string | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{order_id}/parcels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The parcels it leaves in; none when it leaves whole */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    order_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                pieces: number;
                                /** Format: uuid */
                                place_id: string;
                                shipped_at: string | null;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{order_id}/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take what is due on an order, in cash or at an outside terminal */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    order_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        payments: {
                            amount_yen?: number;
                            method: "cash" | "card" | "terminal" | "pay_in_shop" | "cash_on_delivery" | "account";
                            /** @description Number of the outside terminal’s slip. */
                            slip?: string;
                            tendered_yen?: number;
                            /** @description Made in the provider’s own fields; never card data. */
                            token?: string;
                        }[];
                        /** Format: uuid */
                        place_id?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            business_date: string;
                            cancel_reason: string | null;
                            cancelled_at: string | null;
                            channel: string;
                            discount_yen: number;
                            discounts: {
                                /**
                                 * Format: uuid
                                 * @description The manager who said yes, when one was needed.
                                 */
                                approved_by: string | null;
                                /**
                                 * Format: uuid
                                 * @description Who of the staff took it off.
                                 */
                                asked_by: string | null;
                                kind: "by_hand" | "offer";
                                lines: {
                                    line_no: number;
                                    yen: number;
                                }[];
                                /** @description The reason or the offer in words, as they were then. */
                                name: string;
                                name_en: string | null;
                                /** Format: uuid */
                                offer_id: string | null;
                                percent: number | null;
                                /** @description Of what was taken off by hand. */
                                reason: string | null;
                                yen: number;
                            }[];
                            done_at: string | null;
                            items_yen: number;
                            lines: {
                                amount_yen: number;
                                discount_yen: number;
                                gtin: string | null;
                                line_no: number;
                                name: string;
                                quantity: number;
                                rate_den: number;
                                rate_num: number;
                                reduced: boolean;
                                unit_yen: number;
                                /** Format: uuid */
                                variant_id: string | null;
                            }[];
                            number: string;
                            /** Format: uuid */
                            order_id: string;
                            payments: {
                                /** @description What the buyer’s browser needs to go on in the provider’s own fields; then send the order again with the same key. */
                                action?: {
                                    client_secret: string;
                                    kind: "authenticate" | "pay";
                                    publishable_key?: string;
                                };
                                amount_yen: number;
                                captured_yen?: number;
                                change_yen: number;
                                method: string;
                                /** Format: uuid */
                                payment_id?: string;
                                refunded_yen?: number;
                                /** @description Slip of the outside terminal, as the clerk keyed it. */
                                slip?: string;
                                /** @description due, pending, authorized, captured, refunding, partly_refunded, refunded, voiding, voided, failed; replaced: it was due and paid by others. */
                                state: string;
                                tendered_yen: number | null;
                            }[];
                            pickup: {
                                /** @description Six digits shown by the customer; only she and the shop see them. */
                                code: string;
                                ready_at: string | null;
                            } | null;
                            /** Format: uuid */
                            place_id: string;
                            placed_at: string;
                            /** @description `payment`: points used are one of the payments. `discount`: they are within discount_yen, before tax. */
                            points_as: string;
                            points_earned: number;
                            points_used: number;
                            /**
                             * Format: uuid
                             * @description Null for a walk-in sale.
                             */
                            profile_id: string | null;
                            promise: {
                                call_number: number | null;
                                /** Format: date */
                                delivery_date: string | null;
                                /**
                                 * Format: date
                                 * @description The earliest day it can arrive.
                                 */
                                delivery_from: string | null;
                                delivery_slot: string | null;
                                /**
                                 * Format: date-time
                                 * @description Uncollected goods go back then.
                                 */
                                keep_until: string | null;
                                /** @description accepted, preparing, ready or handed_over; for orders ahead. */
                                queue: string | null;
                                /**
                                 * Format: date-time
                                 * @description Can be collected from then on.
                                 */
                                ready_from: string | null;
                                /** Format: date-time */
                                ready_until: string | null;
                                /**
                                 * Format: uuid
                                 * @description The shop that sold what another place supplies.
                                 */
                                sold_place_id: string | null;
                            } | null;
                            ready_at: string | null;
                            /** Format: uuid */
                            staff_id: string | null;
                            state: string;
                            tax_yen: number;
                            taxes: {
                                rate_den: number;
                                rate_num: number;
                                tax_yen: number;
                                taxable_yen: number;
                            }[];
                            total_yen: number;
                            way: string;
                            /** Format: uuid */
                            with_order_id: string | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{order_id}/preparation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The shop begins to make an order ahead */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    order_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            business_date: string;
                            cancel_reason: string | null;
                            cancelled_at: string | null;
                            channel: string;
                            discount_yen: number;
                            discounts: {
                                /**
                                 * Format: uuid
                                 * @description The manager who said yes, when one was needed.
                                 */
                                approved_by: string | null;
                                /**
                                 * Format: uuid
                                 * @description Who of the staff took it off.
                                 */
                                asked_by: string | null;
                                kind: "by_hand" | "offer";
                                lines: {
                                    line_no: number;
                                    yen: number;
                                }[];
                                /** @description The reason or the offer in words, as they were then. */
                                name: string;
                                name_en: string | null;
                                /** Format: uuid */
                                offer_id: string | null;
                                percent: number | null;
                                /** @description Of what was taken off by hand. */
                                reason: string | null;
                                yen: number;
                            }[];
                            done_at: string | null;
                            items_yen: number;
                            lines: {
                                amount_yen: number;
                                discount_yen: number;
                                gtin: string | null;
                                line_no: number;
                                name: string;
                                quantity: number;
                                rate_den: number;
                                rate_num: number;
                                reduced: boolean;
                                unit_yen: number;
                                /** Format: uuid */
                                variant_id: string | null;
                            }[];
                            number: string;
                            /** Format: uuid */
                            order_id: string;
                            payments: {
                                /** @description What the buyer’s browser needs to go on in the provider’s own fields; then send the order again with the same key. */
                                action?: {
                                    client_secret: string;
                                    kind: "authenticate" | "pay";
                                    publishable_key?: string;
                                };
                                amount_yen: number;
                                captured_yen?: number;
                                change_yen: number;
                                method: string;
                                /** Format: uuid */
                                payment_id?: string;
                                refunded_yen?: number;
                                /** @description Slip of the outside terminal, as the clerk keyed it. */
                                slip?: string;
                                /** @description due, pending, authorized, captured, refunding, partly_refunded, refunded, voiding, voided, failed; replaced: it was due and paid by others. */
                                state: string;
                                tendered_yen: number | null;
                            }[];
                            pickup: {
                                /** @description Six digits shown by the customer; only she and the shop see them. */
                                code: string;
                                ready_at: string | null;
                            } | null;
                            /** Format: uuid */
                            place_id: string;
                            placed_at: string;
                            /** @description `payment`: points used are one of the payments. `discount`: they are within discount_yen, before tax. */
                            points_as: string;
                            points_earned: number;
                            points_used: number;
                            /**
                             * Format: uuid
                             * @description Null for a walk-in sale.
                             */
                            profile_id: string | null;
                            promise: {
                                call_number: number | null;
                                /** Format: date */
                                delivery_date: string | null;
                                /**
                                 * Format: date
                                 * @description The earliest day it can arrive.
                                 */
                                delivery_from: string | null;
                                delivery_slot: string | null;
                                /**
                                 * Format: date-time
                                 * @description Uncollected goods go back then.
                                 */
                                keep_until: string | null;
                                /** @description accepted, preparing, ready or handed_over; for orders ahead. */
                                queue: string | null;
                                /**
                                 * Format: date-time
                                 * @description Can be collected from then on.
                                 */
                                ready_from: string | null;
                                /** Format: date-time */
                                ready_until: string | null;
                                /**
                                 * Format: uuid
                                 * @description The shop that sold what another place supplies.
                                 */
                                sold_place_id: string | null;
                            } | null;
                            ready_at: string | null;
                            /** Format: uuid */
                            staff_id: string | null;
                            state: string;
                            tax_yen: number;
                            taxes: {
                                rate_den: number;
                                rate_num: number;
                                tax_yen: number;
                                taxable_yen: number;
                            }[];
                            total_yen: number;
                            way: string;
                            /** Format: uuid */
                            with_order_id: string | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{order_id}/readiness": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    order_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            business_date: string;
                            cancel_reason: string | null;
                            cancelled_at: string | null;
                            channel: string;
                            discount_yen: number;
                            discounts: {
                                /**
                                 * Format: uuid
                                 * @description The manager who said yes, when one was needed.
                                 */
                                approved_by: string | null;
                                /**
                                 * Format: uuid
                                 * @description Who of the staff took it off.
                                 */
                                asked_by: string | null;
                                kind: "by_hand" | "offer";
                                lines: {
                                    line_no: number;
                                    yen: number;
                                }[];
                                /** @description The reason or the offer in words, as they were then. */
                                name: string;
                                name_en: string | null;
                                /** Format: uuid */
                                offer_id: string | null;
                                percent: number | null;
                                /** @description Of what was taken off by hand. */
                                reason: string | null;
                                yen: number;
                            }[];
                            done_at: string | null;
                            items_yen: number;
                            lines: {
                                amount_yen: number;
                                discount_yen: number;
                                gtin: string | null;
                                line_no: number;
                                name: string;
                                quantity: number;
                                rate_den: number;
                                rate_num: number;
                                reduced: boolean;
                                unit_yen: number;
                                /** Format: uuid */
                                variant_id: string | null;
                            }[];
                            number: string;
                            /** Format: uuid */
                            order_id: string;
                            payments: {
                                /** @description What the buyer’s browser needs to go on in the provider’s own fields; then send the order again with the same key. */
                                action?: {
                                    client_secret: string;
                                    kind: "authenticate" | "pay";
                                    publishable_key?: string;
                                };
                                amount_yen: number;
                                captured_yen?: number;
                                change_yen: number;
                                method: string;
                                /** Format: uuid */
                                payment_id?: string;
                                refunded_yen?: number;
                                /** @description Slip of the outside terminal, as the clerk keyed it. */
                                slip?: string;
                                /** @description due, pending, authorized, captured, refunding, partly_refunded, refunded, voiding, voided, failed; replaced: it was due and paid by others. */
                                state: string;
                                tendered_yen: number | null;
                            }[];
                            pickup: {
                                /** @description Six digits shown by the customer; only she and the shop see them. */
                                code: string;
                                ready_at: string | null;
                            } | null;
                            /** Format: uuid */
                            place_id: string;
                            placed_at: string;
                            /** @description `payment`: points used are one of the payments. `discount`: they are within discount_yen, before tax. */
                            points_as: string;
                            points_earned: number;
                            points_used: number;
                            /**
                             * Format: uuid
                             * @description Null for a walk-in sale.
                             */
                            profile_id: string | null;
                            promise: {
                                call_number: number | null;
                                /** Format: date */
                                delivery_date: string | null;
                                /**
                                 * Format: date
                                 * @description The earliest day it can arrive.
                                 */
                                delivery_from: string | null;
                                delivery_slot: string | null;
                                /**
                                 * Format: date-time
                                 * @description Uncollected goods go back then.
                                 */
                                keep_until: string | null;
                                /** @description accepted, preparing, ready or handed_over; for orders ahead. */
                                queue: string | null;
                                /**
                                 * Format: date-time
                                 * @description Can be collected from then on.
                                 */
                                ready_from: string | null;
                                /** Format: date-time */
                                ready_until: string | null;
                                /**
                                 * Format: uuid
                                 * @description The shop that sold what another place supplies.
                                 */
                                sold_place_id: string | null;
                            } | null;
                            ready_at: string | null;
                            /** Format: uuid */
                            staff_id: string | null;
                            state: string;
                            tax_yen: number;
                            taxes: {
                                rate_den: number;
                                rate_num: number;
                                tax_yen: number;
                                taxable_yen: number;
                            }[];
                            total_yen: number;
                            way: string;
                            /** Format: uuid */
                            with_order_id: string | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{order_id}/returns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    order_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                business_date: string;
                                exchange_order_id: string | null;
                                lines: {
                                    condition: string;
                                    line_no: number;
                                    points_back: number;
                                    quantity: number;
                                    refund_yen: number;
                                    total_yen: number;
                                }[];
                                number: string;
                                /** Format: uuid */
                                order_id: string;
                                override: {
                                    reason: string;
                                    /** Format: uuid */
                                    staff_id: string;
                                } | null;
                                /** Format: uuid */
                                place_id: string;
                                /** @description Points used for these goods, which go back to her lots. */
                                points_back: number;
                                /** @description Points these goods had earned, which are taken back. */
                                points_taken: number;
                                reason: string;
                                refund_yen: number;
                                refunds: {
                                    amount_yen: number;
                                    method: string;
                                    /** Format: uuid */
                                    refund_id: string;
                                    state: string;
                                }[];
                                /** Format: uuid */
                                return_id: string;
                                returned_at: string;
                                tax_yen: number;
                                taxes: {
                                    rate_den: number;
                                    rate_num: number;
                                    tax_yen: number;
                                    taxable_yen: number;
                                }[];
                                total_yen: number;
                                way: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /** Take goods back, in any shop */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    order_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        expected_refund_yen?: number;
                        lines: {
                            condition?: "sellable" | "damaged";
                            line_no: number;
                            quantity: number;
                        }[];
                        override?: {
                            /** @description A manager beside the clerk; a manager signed in approves herself. */
                            approved_by?: {
                                code: string;
                                pin: string;
                            };
                            reason: string;
                        };
                        /**
                         * Format: uuid
                         * @description Where the goods are received.
                         */
                        place_id?: string;
                        reason: "defective" | "wrong_item" | "damaged_in_transit" | "not_as_described" | "size" | "changed_mind" | "gift" | "exchange" | "other";
                        /** @description Across a counter (the default) or by post. */
                        way?: "counter" | "post";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            business_date: string;
                            exchange_order_id: string | null;
                            lines: {
                                condition: string;
                                line_no: number;
                                points_back: number;
                                quantity: number;
                                refund_yen: number;
                                total_yen: number;
                            }[];
                            number: string;
                            /** Format: uuid */
                            order_id: string;
                            override: {
                                reason: string;
                                /** Format: uuid */
                                staff_id: string;
                            } | null;
                            /** Format: uuid */
                            place_id: string;
                            /** @description Points used for these goods, which go back to her lots. */
                            points_back: number;
                            /** @description Points these goods had earned, which are taken back. */
                            points_taken: number;
                            reason: string;
                            refund_yen: number;
                            refunds: {
                                amount_yen: number;
                                method: string;
                                /** Format: uuid */
                                refund_id: string;
                                state: string;
                            }[];
                            /** Format: uuid */
                            return_id: string;
                            returned_at: string;
                            tax_yen: number;
                            taxes: {
                                rate_den: number;
                                rate_num: number;
                                tax_yen: number;
                                taxable_yen: number;
                            }[];
                            total_yen: number;
                            way: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{order_id}/returns/{return_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    order_id: string;
                    return_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            business_date: string;
                            exchange_order_id: string | null;
                            lines: {
                                condition: string;
                                line_no: number;
                                points_back: number;
                                quantity: number;
                                refund_yen: number;
                                total_yen: number;
                            }[];
                            number: string;
                            /** Format: uuid */
                            order_id: string;
                            override: {
                                reason: string;
                                /** Format: uuid */
                                staff_id: string;
                            } | null;
                            /** Format: uuid */
                            place_id: string;
                            /** @description Points used for these goods, which go back to her lots. */
                            points_back: number;
                            /** @description Points these goods had earned, which are taken back. */
                            points_taken: number;
                            reason: string;
                            refund_yen: number;
                            refunds: {
                                amount_yen: number;
                                method: string;
                                /** Format: uuid */
                                refund_id: string;
                                state: string;
                            }[];
                            /** Format: uuid */
                            return_id: string;
                            returned_at: string;
                            tax_yen: number;
                            taxes: {
                                rate_den: number;
                                rate_num: number;
                                tax_yen: number;
                                taxable_yen: number;
                            }[];
                            total_yen: number;
                            way: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{order_id}/returns/quotes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a return would give: refund, tax, points, money per payment */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    order_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        lines: {
                            condition?: "sellable" | "damaged";
                            line_no: number;
                            quantity: number;
                        }[];
                        reason: "defective" | "wrong_item" | "damaged_in_transit" | "not_as_described" | "size" | "changed_mind" | "gift" | "exchange" | "other";
                        /** @description Across a counter (the default) or by post. */
                        way?: "counter" | "post";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description What only a manager may set aside. */
                            hindrances: {
                                code: string;
                                line_no: number | null;
                            }[];
                            lines: {
                                condition: string;
                                line_no: number;
                                points_back: number;
                                quantity: number;
                                refund_yen: number;
                                total_yen: number;
                            }[];
                            /** @description Points used for these goods, which go back to her lots. */
                            points_back: number;
                            /** @description Points these goods had earned, which are taken back. */
                            points_taken: number;
                            refund_yen: number;
                            refunds: {
                                amount_yen: number;
                                method: string;
                            }[];
                            return_by: string | null;
                            tax_yen: number;
                            taxes: {
                                rate_den: number;
                                rate_num: number;
                                tax_yen: number;
                                taxable_yen: number;
                            }[];
                            total_yen: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{order_id}/shipment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** It leaves: whole, or the parcel of a place when it leaves in several */
        post: {
            parameters: {
                query?: {
                    place_id?: string;
                };
                header?: never;
                path: {
                    order_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            business_date: string;
                            cancel_reason: string | null;
                            cancelled_at: string | null;
                            channel: string;
                            discount_yen: number;
                            discounts: {
                                /**
                                 * Format: uuid
                                 * @description The manager who said yes, when one was needed.
                                 */
                                approved_by: string | null;
                                /**
                                 * Format: uuid
                                 * @description Who of the staff took it off.
                                 */
                                asked_by: string | null;
                                kind: "by_hand" | "offer";
                                lines: {
                                    line_no: number;
                                    yen: number;
                                }[];
                                /** @description The reason or the offer in words, as they were then. */
                                name: string;
                                name_en: string | null;
                                /** Format: uuid */
                                offer_id: string | null;
                                percent: number | null;
                                /** @description Of what was taken off by hand. */
                                reason: string | null;
                                yen: number;
                            }[];
                            done_at: string | null;
                            items_yen: number;
                            lines: {
                                amount_yen: number;
                                discount_yen: number;
                                gtin: string | null;
                                line_no: number;
                                name: string;
                                quantity: number;
                                rate_den: number;
                                rate_num: number;
                                reduced: boolean;
                                unit_yen: number;
                                /** Format: uuid */
                                variant_id: string | null;
                            }[];
                            number: string;
                            /** Format: uuid */
                            order_id: string;
                            payments: {
                                /** @description What the buyer’s browser needs to go on in the provider’s own fields; then send the order again with the same key. */
                                action?: {
                                    client_secret: string;
                                    kind: "authenticate" | "pay";
                                    publishable_key?: string;
                                };
                                amount_yen: number;
                                captured_yen?: number;
                                change_yen: number;
                                method: string;
                                /** Format: uuid */
                                payment_id?: string;
                                refunded_yen?: number;
                                /** @description Slip of the outside terminal, as the clerk keyed it. */
                                slip?: string;
                                /** @description due, pending, authorized, captured, refunding, partly_refunded, refunded, voiding, voided, failed; replaced: it was due and paid by others. */
                                state: string;
                                tendered_yen: number | null;
                            }[];
                            pickup: {
                                /** @description Six digits shown by the customer; only she and the shop see them. */
                                code: string;
                                ready_at: string | null;
                            } | null;
                            /** Format: uuid */
                            place_id: string;
                            placed_at: string;
                            /** @description `payment`: points used are one of the payments. `discount`: they are within discount_yen, before tax. */
                            points_as: string;
                            points_earned: number;
                            points_used: number;
                            /**
                             * Format: uuid
                             * @description Null for a walk-in sale.
                             */
                            profile_id: string | null;
                            promise: {
                                call_number: number | null;
                                /** Format: date */
                                delivery_date: string | null;
                                /**
                                 * Format: date
                                 * @description The earliest day it can arrive.
                                 */
                                delivery_from: string | null;
                                delivery_slot: string | null;
                                /**
                                 * Format: date-time
                                 * @description Uncollected goods go back then.
                                 */
                                keep_until: string | null;
                                /** @description accepted, preparing, ready or handed_over; for orders ahead. */
                                queue: string | null;
                                /**
                                 * Format: date-time
                                 * @description Can be collected from then on.
                                 */
                                ready_from: string | null;
                                /** Format: date-time */
                                ready_until: string | null;
                                /**
                                 * Format: uuid
                                 * @description The shop that sold what another place supplies.
                                 */
                                sold_place_id: string | null;
                            } | null;
                            ready_at: string | null;
                            /** Format: uuid */
                            staff_id: string | null;
                            state: string;
                            tax_yen: number;
                            taxes: {
                                rate_den: number;
                                rate_num: number;
                                tax_yen: number;
                                taxable_yen: number;
                            }[];
                            total_yen: number;
                            way: string;
                            /** Format: uuid */
                            with_order_id: string | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{order_id}/shown-terms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The terms as shown on the final screen, with their hash */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    order_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                label: string;
                                text: string;
                            }[];
                            lang: "ja" | "en";
                            /** @description In hex, over the language and then each label and text, joined by line feeds. */
                            sha256: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/day-sums": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was sold on a business day until a moment: all orders that stand, of the caller’s shops */
        get: {
            parameters: {
                query?: {
                    /** @description The one that runs now unless said. */
                    business_date?: string;
                    /** @description Now unless said. */
                    until?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date */
                            business_date: string;
                            carried: number;
                            collected: number;
                            /** @description Sold by then, by the quarter of an hour. */
                            curve: {
                                /** Format: date-time */
                                at: string;
                                yen: number;
                            }[];
                            /** @description Shops whose orders to collect wait past the promised time, now. */
                            late: {
                                orders: number;
                                /** Format: uuid */
                                place_id: string;
                            }[];
                            orders: number;
                            sales_yen: number;
                            /** Format: date-time */
                            until: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/delivery-options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Fee, dates and slots for delivery of an order given now */
        get: {
            parameters: {
                query: {
                    goods_yen: number;
                    /** @description Where it is shipped from. */
                    place_id?: string;
                    prefecture: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            cutoff: string;
                            dates: string[];
                            /** Format: date */
                            earliest: string;
                            fee_yen: number;
                            /** Format: date */
                            latest: string;
                            prefecture: string;
                            slots: {
                                code: string;
                                en: string;
                                ja: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/discount-approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A manager approves, by her number and PIN, what a clerk may not take off alone: for one sale of this clerk */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        approved_by: {
                            code: string;
                            pin: string;
                        };
                        /** @description Off the whole sale, at most. */
                        most_yen: number;
                        /** Format: uuid */
                        place_id?: string;
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            approval_id: string;
                            approved_by: {
                                display_name: string;
                                display_name_en: string | null;
                                /** Format: uuid */
                                staff_id: string;
                            };
                            /** Format: date-time */
                            expires_at: string;
                            most_yen: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/documents/searches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Documents by date, amount, counterparty (電子帳簿保存法) */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        counterparty?: string;
                        /** Format: date */
                        from?: string;
                        kind?: "receipt" | "return" | "formal_receipt" | "invoice" | "gift" | "hold";
                        least_yen?: number;
                        /** @default 100 */
                        limit?: number;
                        most_yen?: number;
                        /** Format: date */
                        to?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                amount_yen: number;
                                business_date: string;
                                /** @description 1 is the document itself; later ones say 再発行. */
                                copy: number;
                                /** @description The document’s data as it stood when first issued. */
                                data: {
                                    [key: string]: unknown;
                                };
                                /** Format: uuid */
                                document_id: string;
                                issued_at: string;
                                kind: string;
                                number: string;
                                /** Format: uuid */
                                order_id: string;
                                replaces_id: string | null;
                                return_id: string | null;
                                to: {
                                    address?: string | null;
                                    honorific: string;
                                    name: string;
                                    postal_code?: string | null;
                                } | null;
                                version: number;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/holds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My holds; for staff, what a shop has set aside or the holds of a customer */
        get: {
            parameters: {
                query: {
                    limit: number;
                    place_id?: string;
                    profile_id?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                channel: string;
                                close_reason: string | null;
                                closed_at: string | null;
                                /** Format: date-time */
                                expires_at: string;
                                /** Format: date-time */
                                held_at: string;
                                /** Format: uuid */
                                hold_id: string;
                                lines: {
                                    gtin: string | null;
                                    line_no: number;
                                    name: string;
                                    quantity: number;
                                    /** @description As it was shown; the price on the day of the sale is charged. */
                                    unit_yen: number;
                                    /** Format: uuid */
                                    variant_id: string;
                                }[];
                                order_id: string | null;
                                /** Format: uuid */
                                place_id: string;
                                /** Format: uuid */
                                profile_id: string;
                                staff_id: string | null;
                                /** @description held, sold or released */
                                state: string;
                                total_yen: number;
                                version: number;
                            }[];
                            next: null;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Set goods aside in a shop, without payment, for its minutes or days */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        lines: {
                            gtin?: string;
                            quantity: number;
                            /** Format: uuid */
                            variant_id?: string;
                        }[];
                        /** Format: uuid */
                        place_id?: string;
                        /** Format: uuid */
                        profile_id?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            channel: string;
                            close_reason: string | null;
                            closed_at: string | null;
                            /** Format: date-time */
                            expires_at: string;
                            /** Format: date-time */
                            held_at: string;
                            /** Format: uuid */
                            hold_id: string;
                            lines: {
                                gtin: string | null;
                                line_no: number;
                                name: string;
                                quantity: number;
                                /** @description As it was shown; the price on the day of the sale is charged. */
                                unit_yen: number;
                                /** Format: uuid */
                                variant_id: string;
                            }[];
                            order_id: string | null;
                            /** Format: uuid */
                            place_id: string;
                            /** Format: uuid */
                            profile_id: string;
                            staff_id: string | null;
                            /** @description held, sold or released */
                            state: string;
                            total_yen: number;
                            version: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/holds/{hold_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One hold */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    hold_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            channel: string;
                            close_reason: string | null;
                            closed_at: string | null;
                            /** Format: date-time */
                            expires_at: string;
                            /** Format: date-time */
                            held_at: string;
                            /** Format: uuid */
                            hold_id: string;
                            lines: {
                                gtin: string | null;
                                line_no: number;
                                name: string;
                                quantity: number;
                                /** @description As it was shown; the price on the day of the sale is charged. */
                                unit_yen: number;
                                /** Format: uuid */
                                variant_id: string;
                            }[];
                            order_id: string | null;
                            /** Format: uuid */
                            place_id: string;
                            /** Format: uuid */
                            profile_id: string;
                            staff_id: string | null;
                            /** @description held, sold or released */
                            state: string;
                            total_yen: number;
                            version: number;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/holds/{hold_id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give back what was set aside */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    hold_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            channel: string;
                            close_reason: string | null;
                            closed_at: string | null;
                            /** Format: date-time */
                            expires_at: string;
                            /** Format: date-time */
                            held_at: string;
                            /** Format: uuid */
                            hold_id: string;
                            lines: {
                                gtin: string | null;
                                line_no: number;
                                name: string;
                                quantity: number;
                                /** @description As it was shown; the price on the day of the sale is charged. */
                                unit_yen: number;
                                /** Format: uuid */
                                variant_id: string;
                            }[];
                            order_id: string | null;
                            /** Format: uuid */
                            place_id: string;
                            /** Format: uuid */
                            profile_id: string;
                            staff_id: string | null;
                            /** @description held, sold or released */
                            state: string;
                            total_yen: number;
                            version: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/holds/{hold_id}/slip": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is set aside, for whom and until when, as PDF or for a receipt printer */
        get: {
            parameters: {
                query?: {
                    columns?: number;
                    /** @description pdf; or roll paper as picture, text, ESC/POS or StarPRNT commands. */
                    format?: "pdf" | "svg" | "text" | "escpos" | "star";
                    language?: "ja" | "en";
                };
                header?: never;
                path: {
                    hold_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/offline-sales": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sales an offline till made, told later: booked once, dated as they happened */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        device_id: string;
                        /** Format: uuid */
                        place_id?: string;
                        sales: {
                            /**
                             * Format: uuid
                             * @description A manager’s yes to discounts beyond one’s own limit (POST /v1/orders/discount-approvals).
                             */
                            approval_id?: string;
                            /** @description By hand: part of what was taken off the lines. */
                            discounts?: {
                                lines: {
                                    line_no: number;
                                    yen: number;
                                }[];
                                percent?: number;
                                /** @description One of the setting `orders.discounts`. */
                                reason: string;
                            }[];
                            lines: {
                                /** @description Of the line, tax included, before its discount. */
                                amount_yen: number;
                                discount_yen?: number;
                                gtin?: string;
                                quantity: number;
                                unit_yen: number;
                                /** Format: uuid */
                                variant_id?: string;
                            }[];
                            /** @description The static code on her card: she earns, once this is told. */
                            member_code?: string;
                            /** Format: date-time */
                            occurred_at: string;
                            payments: {
                                amount_yen: number;
                                /** @description Points, gift cards and single-use coupons need the network: an offline till refuses them. */
                                method: "cash" | "terminal";
                                /** @description Number of the outside terminal’s slip. */
                                slip?: string;
                                tendered_yen?: number;
                            }[];
                            /** @description The device’s own; with the device it names the sale. */
                            receipt_number: string;
                            /**
                             * Format: uuid
                             * @description Who sold it; the one who tells unless said.
                             */
                            staff_id?: string;
                            supply_mode?: "take_away" | "eat_in";
                            /** @description As printed; when ours differs, a person looks. */
                            tax_yen?: number;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                order: {
                                    business_date: string;
                                    cancel_reason: string | null;
                                    cancelled_at: string | null;
                                    channel: string;
                                    discount_yen: number;
                                    discounts: {
                                        /**
                                         * Format: uuid
                                         * @description The manager who said yes, when one was needed.
                                         */
                                        approved_by: string | null;
                                        /**
                                         * Format: uuid
                                         * @description Who of the staff took it off.
                                         */
                                        asked_by: string | null;
                                        kind: "by_hand" | "offer";
                                        lines: {
                                            line_no: number;
                                            yen: number;
                                        }[];
                                        /** @description The reason or the offer in words, as they were then. */
                                        name: string;
                                        name_en: string | null;
                                        /** Format: uuid */
                                        offer_id: string | null;
                                        percent: number | null;
                                        /** @description Of what was taken off by hand. */
                                        reason: string | null;
                                        yen: number;
                                    }[];
                                    done_at: string | null;
                                    items_yen: number;
                                    lines: {
                                        amount_yen: number;
                                        discount_yen: number;
                                        gtin: string | null;
                                        line_no: number;
                                        name: string;
                                        quantity: number;
                                        rate_den: number;
                                        rate_num: number;
                                        reduced: boolean;
                                        unit_yen: number;
                                        /** Format: uuid */
                                        variant_id: string | null;
                                    }[];
                                    number: string;
                                    /** Format: uuid */
                                    order_id: string;
                                    payments: {
                                        /** @description What the buyer’s browser needs to go on in the provider’s own fields; then send the order again with the same key. */
                                        action?: {
                                            client_secret: string;
                                            kind: "authenticate" | "pay";
                                            publishable_key?: string;
                                        };
                                        amount_yen: number;
                                        captured_yen?: number;
                                        change_yen: number;
                                        method: string;
                                        /** Format: uuid */
                                        payment_id?: string;
                                        refunded_yen?: number;
                                        /** @description Slip of the outside terminal, as the clerk keyed it. */
                                        slip?: string;
                                        /** @description due, pending, authorized, captured, refunding, partly_refunded, refunded, voiding, voided, failed; replaced: it was due and paid by others. */
                                        state: string;
                                        tendered_yen: number | null;
                                    }[];
                                    pickup: {
                                        /** @description Six digits shown by the customer; only she and the shop see them. */
                                        code: string;
                                        ready_at: string | null;
                                    } | null;
                                    /** Format: uuid */
                                    place_id: string;
                                    placed_at: string;
                                    /** @description `payment`: points used are one of the payments. `discount`: they are within discount_yen, before tax. */
                                    points_as: string;
                                    points_earned: number;
                                    points_used: number;
                                    /**
                                     * Format: uuid
                                     * @description Null for a walk-in sale.
                                     */
                                    profile_id: string | null;
                                    promise: {
                                        call_number: number | null;
                                        /** Format: date */
                                        delivery_date: string | null;
                                        /**
                                         * Format: date
                                         * @description The earliest day it can arrive.
                                         */
                                        delivery_from: string | null;
                                        delivery_slot: string | null;
                                        /**
                                         * Format: date-time
                                         * @description Uncollected goods go back then.
                                         */
                                        keep_until: string | null;
                                        /** @description accepted, preparing, ready or handed_over; for orders ahead. */
                                        queue: string | null;
                                        /**
                                         * Format: date-time
                                         * @description Can be collected from then on.
                                         */
                                        ready_from: string | null;
                                        /** Format: date-time */
                                        ready_until: string | null;
                                        /**
                                         * Format: uuid
                                         * @description The shop that sold what another place supplies.
                                         */
                                        sold_place_id: string | null;
                                    } | null;
                                    ready_at: string | null;
                                    /** Format: uuid */
                                    staff_id: string | null;
                                    state: string;
                                    tax_yen: number;
                                    taxes: {
                                        rate_den: number;
                                        rate_num: number;
                                        tax_yen: number;
                                        taxable_yen: number;
                                    }[];
                                    total_yen: number;
                                    way: string;
                                    /** Format: uuid */
                                    with_order_id: string | null;
                                } | null;
                                /** @description refused: kept whole as a task for a person. */
                                outcome: "booked" | "repeated" | "refused";
                                problem: {
                                    code: string;
                                    field: string | null;
                                } | null;
                                receipt_number: string;
                                task_ids: string[];
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/payments/attention": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Payments that need a person */
        get: {
            parameters: {
                query?: {
                    place_id?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                amount_yen: number;
                                /** @description charge, authorize, capture, void, refund */
                                kind: string;
                                method: string | null;
                                number: string | null;
                                operation_id: string | null;
                                order_id: string | null;
                                payment_id: string | null;
                                place_id: string | null;
                                reference: string | null;
                                since: string;
                                /** @description give_back, refund_refused, authorization_gone, other_amount, no_provider, provider_silent, nobody_ordered */
                                why: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/payments/configuration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a face needs to take a card: the provider, and the key of its own fields */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description A payment may begin without a token: the answer holds a client_secret. */
                            hosted: boolean;
                            provider: string;
                            publishable_key: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/payments/operations/{operation_id}/completion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A person did what a payment was waiting for */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    operation_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        slip?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            business_date: string;
                            cancel_reason: string | null;
                            cancelled_at: string | null;
                            channel: string;
                            discount_yen: number;
                            discounts: {
                                /**
                                 * Format: uuid
                                 * @description The manager who said yes, when one was needed.
                                 */
                                approved_by: string | null;
                                /**
                                 * Format: uuid
                                 * @description Who of the staff took it off.
                                 */
                                asked_by: string | null;
                                kind: "by_hand" | "offer";
                                lines: {
                                    line_no: number;
                                    yen: number;
                                }[];
                                /** @description The reason or the offer in words, as they were then. */
                                name: string;
                                name_en: string | null;
                                /** Format: uuid */
                                offer_id: string | null;
                                percent: number | null;
                                /** @description Of what was taken off by hand. */
                                reason: string | null;
                                yen: number;
                            }[];
                            done_at: string | null;
                            items_yen: number;
                            lines: {
                                amount_yen: number;
                                discount_yen: number;
                                gtin: string | null;
                                line_no: number;
                                name: string;
                                quantity: number;
                                rate_den: number;
                                rate_num: number;
                                reduced: boolean;
                                unit_yen: number;
                                /** Format: uuid */
                                variant_id: string | null;
                            }[];
                            number: string;
                            /** Format: uuid */
                            order_id: string;
                            payments: {
                                /** @description What the buyer’s browser needs to go on in the provider’s own fields; then send the order again with the same key. */
                                action?: {
                                    client_secret: string;
                                    kind: "authenticate" | "pay";
                                    publishable_key?: string;
                                };
                                amount_yen: number;
                                captured_yen?: number;
                                change_yen: number;
                                method: string;
                                /** Format: uuid */
                                payment_id?: string;
                                refunded_yen?: number;
                                /** @description Slip of the outside terminal, as the clerk keyed it. */
                                slip?: string;
                                /** @description due, pending, authorized, captured, refunding, partly_refunded, refunded, voiding, voided, failed; replaced: it was due and paid by others. */
                                state: string;
                                tendered_yen: number | null;
                            }[];
                            pickup: {
                                /** @description Six digits shown by the customer; only she and the shop see them. */
                                code: string;
                                ready_at: string | null;
                            } | null;
                            /** Format: uuid */
                            place_id: string;
                            placed_at: string;
                            /** @description `payment`: points used are one of the payments. `discount`: they are within discount_yen, before tax. */
                            points_as: string;
                            points_earned: number;
                            points_used: number;
                            /**
                             * Format: uuid
                             * @description Null for a walk-in sale.
                             */
                            profile_id: string | null;
                            promise: {
                                call_number: number | null;
                                /** Format: date */
                                delivery_date: string | null;
                                /**
                                 * Format: date
                                 * @description The earliest day it can arrive.
                                 */
                                delivery_from: string | null;
                                delivery_slot: string | null;
                                /**
                                 * Format: date-time
                                 * @description Uncollected goods go back then.
                                 */
                                keep_until: string | null;
                                /** @description accepted, preparing, ready or handed_over; for orders ahead. */
                                queue: string | null;
                                /**
                                 * Format: date-time
                                 * @description Can be collected from then on.
                                 */
                                ready_from: string | null;
                                /** Format: date-time */
                                ready_until: string | null;
                                /**
                                 * Format: uuid
                                 * @description The shop that sold what another place supplies.
                                 */
                                sold_place_id: string | null;
                            } | null;
                            ready_at: string | null;
                            /** Format: uuid */
                            staff_id: string | null;
                            state: string;
                            tax_yen: number;
                            taxes: {
                                rate_den: number;
                                rate_num: number;
                                tax_yen: number;
                                taxable_yen: number;
                            }[];
                            total_yen: number;
                            way: string;
                            /** Format: uuid */
                            with_order_id: string | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/payments/orphans/{reference}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A charge nobody ordered goes back, or stays */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    reference: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        decision: "refund" | "keep";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            reference: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/payments/settlements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a business date took and gave back, by place and method */
        get: {
            parameters: {
                query: {
                    business_date: string;
                    place_id?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            business_date: string;
                            items: {
                                method: string;
                                net_yen: number;
                                /** Format: uuid */
                                place_id: string;
                                provider: string | null;
                                refunded_count: number;
                                refunded_yen: number;
                                taken_count: number;
                                taken_yen: number;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/payments/webhooks/{provider}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A message of the payment provider: its signature is checked, then the provider is asked itself */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    provider: "stripe" | "fake";
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            heard: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/quotes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description Order for this company: at its wholesale prices, by one of its contacts or for one.
                         */
                        account_id?: string;
                        /**
                         * Format: uuid
                         * @description An address of her address book.
                         */
                        address_id?: string;
                        /**
                         * Format: uuid
                         * @description A manager’s yes to discounts beyond one’s own limit (POST /v1/orders/discount-approvals).
                         */
                        approval_id?: string;
                        /** @description Order what is in the customer's living cart; ordered lines leave it. */
                        cart?: boolean;
                        channel?: "ec" | "app" | "till" | "phone" | "line" | "catalogue" | "social" | "marketplace" | "agent";
                        /** @description Codes of coupons she shows, as printed or scanned. */
                        coupons?: string[];
                        /** @description One of the dates and slots of GET /v1/orders/delivery-options. */
                        delivery?: {
                            /** Format: date */
                            date?: string;
                            slot?: string;
                        };
                        /** @description Taken off by hand, one after another; by staff or a system that may. */
                        discounts?: ({
                            /** @description Off this line; off all goods together unless said. */
                            line_no?: number;
                            /** @description One of the setting `orders.discounts`. */
                            reason: string;
                            yen: number;
                        } | {
                            /** @description Off this line; off all goods together unless said. */
                            line_no?: number;
                            percent: number;
                            /** @description One of the setting `orders.discounts`. */
                            reason: string;
                        })[];
                        lines?: {
                            gtin?: string;
                            quantity: number;
                            /** Format: uuid */
                            variant_id?: string;
                        }[];
                        /** @description Give these offers at most, as a till that prices by itself knows them; whatever fits unless said. */
                        offers?: string[];
                        /** @description A date, or the beginning of a window, of those offered; for order_ahead the wanted time. */
                        pickup?: {
                            /** Format: date */
                            date?: string;
                            /** Format: date-time */
                            from?: string;
                        };
                        /** Format: uuid */
                        place_id?: string;
                        points_used?: number;
                        /** @description Where it will be sent, before the address is known: for the fee. */
                        prefecture?: string;
                        /** Format: uuid */
                        profile_id?: string;
                        /**
                         * Format: uuid
                         * @description Where a till sold what another place ships or hands over; a clerk’s own shop unless said.
                         */
                        sold_place_id?: string;
                        supply_mode?: "take_away" | "eat_in" | "delivery";
                        way: "carry" | "ship" | "collect" | "order_ahead";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description What delivery costs: one of the lines. */
                            delivery_yen: number;
                            discount_yen: number;
                            discounts: {
                                /**
                                 * Format: uuid
                                 * @description The manager who said yes, when one was needed.
                                 */
                                approved_by: string | null;
                                /**
                                 * Format: uuid
                                 * @description Who of the staff took it off.
                                 */
                                asked_by: string | null;
                                kind: "by_hand" | "offer";
                                lines: {
                                    line_no: number;
                                    yen: number;
                                }[];
                                /** @description The reason or the offer in words, as they were then. */
                                name: string;
                                name_en: string | null;
                                /** Format: uuid */
                                offer_id: string | null;
                                percent: number | null;
                                /** @description Of what was taken off by hand. */
                                reason: string | null;
                                yen: number;
                            }[];
                            items_yen: number;
                            lines: {
                                amount_yen: number;
                                discount_yen: number;
                                gtin: string | null;
                                line_no: number;
                                name: string;
                                quantity: number;
                                rate_den: number;
                                rate_num: number;
                                reduced: boolean;
                                unit_yen: number;
                                /** Format: uuid */
                                variant_id: string | null;
                            }[];
                            /** @description The discounts are more than the caller may give alone. */
                            needs_approval: boolean;
                            offers_refused: {
                                /** Format: uuid */
                                instead?: string;
                                lacking_pieces?: number;
                                lacking_yen?: number;
                                name: string;
                                name_en: string | null;
                                /** Format: uuid */
                                offer_id: string;
                                /** @description The condition that did not hold, or who came before it. */
                                why: string;
                            }[];
                            points_earned: number;
                            points_used: number;
                            promise: {
                                call_number: number | null;
                                /** Format: date */
                                delivery_date: string | null;
                                /**
                                 * Format: date
                                 * @description The earliest day it can arrive.
                                 */
                                delivery_from: string | null;
                                delivery_slot: string | null;
                                /**
                                 * Format: date-time
                                 * @description Uncollected goods go back then.
                                 */
                                keep_until: string | null;
                                /** @description accepted, preparing, ready or handed_over; for orders ahead. */
                                queue: string | null;
                                /**
                                 * Format: date-time
                                 * @description Can be collected from then on.
                                 */
                                ready_from: string | null;
                                /** Format: date-time */
                                ready_until: string | null;
                                /**
                                 * Format: uuid
                                 * @description The shop that sold what another place supplies.
                                 */
                                sold_place_id: string | null;
                            } | null;
                            tax_yen: number;
                            taxes: {
                                rate_den: number;
                                rate_num: number;
                                tax_yen: number;
                                taxable_yen: number;
                            }[];
                            to_pay_yen: number;
                            total_yen: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/returns/searches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Orders whose goods may come back: by receipt number, or by her history */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        gtin?: string;
                        number?: string;
                        /** Format: uuid */
                        profile_id?: string;
                        /** Format: date */
                        since?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                business_date: string;
                                lines: {
                                    amount_yen: number;
                                    bought: number;
                                    gtin: string | null;
                                    left: number;
                                    line_no: number;
                                    name: string;
                                    variant_id: string | null;
                                }[];
                                number: string;
                                /** Format: uuid */
                                order_id: string;
                                /** Format: uuid */
                                place_id: string;
                                return_by: string | null;
                                total_yen: number;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            discounts: {
                                limits: {
                                    agent: {
                                        percent: number;
                                        yen: number;
                                    };
                                    clerk: {
                                        percent: number;
                                        yen: number;
                                    };
                                };
                                reasons: {
                                    code: string;
                                    en: string;
                                    ja: string;
                                }[];
                            };
                            issuers: {
                                name: string;
                                name_en: string | null;
                                registration_number: string | null;
                                /** Format: date */
                                valid_from: string;
                            }[];
                            /** @description Points per yen, as an order placed now would earn. */
                            points: {
                                rate_den: number;
                                rate_num: number;
                            };
                            returns: {
                                fault_window_days: number;
                                not_returnable: {
                                    category_ids: string[];
                                    tax_categories: string[];
                                };
                                window_days: number;
                            };
                            terms: {
                                points_as: "payment" | "discount";
                                rounding: "floor" | "half_up" | "ceil";
                            };
                            tills: {
                                ask_opening: boolean;
                                difference_yen: number;
                                float_yen: number;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/settings/issuer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Who issues documents, by first business date; a doubtful registration number is warned of, never refused */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        issuers: {
                            name: string;
                            name_en: string | null;
                            registration_number: string | null;
                            /** Format: date */
                            valid_from: string;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            issuers: {
                                name: string;
                                name_en: string | null;
                                registration_number: string | null;
                                /** Format: date */
                                valid_from: string;
                            }[];
                            warnings: {
                                code: string;
                                field: string;
                            }[];
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/settings/returns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        fault_window_days: number;
                        not_returnable: {
                            category_ids: string[];
                            tax_categories: string[];
                        };
                        window_days: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            fault_window_days: number;
                            not_returnable: {
                                category_ids: string[];
                                tax_categories: string[];
                            };
                            window_days: number;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/settings/terms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        points_as: "payment" | "discount";
                        rounding: "floor" | "half_up" | "ceil";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            points_as: "payment" | "discount";
                            rounding: "floor" | "half_up" | "ceil";
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/till-sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The last sessions of the tills of a shop, newest first */
        get: {
            parameters: {
                query: {
                    /** @description As in the header Engawa-Till. */
                    device_id?: string;
                    limit: number;
                    place_id?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                business_date: string;
                                cash: {
                                    amount_yen: number;
                                    entered_at: string;
                                    entered_by: {
                                        id: string;
                                        kind: string;
                                        name: string | null;
                                    };
                                    kind: "in" | "out";
                                    reason: string;
                                    /** Format: uuid */
                                    till_cash_id: string;
                                }[];
                                closed_at: string | null;
                                closed_by: {
                                    id: string;
                                    kind: string;
                                    name: string | null;
                                } | null;
                                /** @description What it was settled by. */
                                count: {
                                    /** Format: uuid */
                                    count_id: string;
                                    counted_at: string;
                                    counted_by: {
                                        id: string;
                                        kind: string;
                                        name: string | null;
                                    };
                                    counted_yen: number;
                                    /** @description Counted less expected: negative when money is missing. */
                                    difference_yen: number;
                                    expected_yen: number;
                                    pieces: {
                                        pieces: number;
                                        yen: 10000 | 5000 | 2000 | 1000 | 500 | 100 | 50 | 10 | 5 | 1;
                                    }[];
                                } | null;
                                /** @description How often it was counted. */
                                counts: number;
                                device_id: string;
                                /** @description X: until now. Z: as it was settled, for good. */
                                figures: {
                                    /** @description Taken off by hand, by reason; missing in what was settled before it was summed. */
                                    by_hand?: {
                                        approved_times: number;
                                        approved_yen: number;
                                        name: string;
                                        name_en: string | null;
                                        reason: string;
                                        times: number;
                                        yen: number;
                                    }[];
                                    discount_yen: number;
                                    /** @description Points and exchanges are methods too. */
                                    payments: {
                                        given_count: number;
                                        given_yen: number;
                                        method: string;
                                        taken_count: number;
                                        taken_yen: number;
                                    }[];
                                    receipts: number;
                                    returns: number;
                                    returns_yen: number;
                                    sales_yen: number;
                                    taxes: {
                                        rate_den: number;
                                        rate_num: number;
                                        returned_tax_yen: number;
                                        returned_yen: number;
                                        tax_yen: number;
                                        taxable_yen: number;
                                    }[];
                                };
                                float_yen: number;
                                /** @description Happened in this session, told after its Z. */
                                late: {
                                    /** @description Taken off by hand, by reason; missing in what was settled before it was summed. */
                                    by_hand?: {
                                        approved_times: number;
                                        approved_yen: number;
                                        name: string;
                                        name_en: string | null;
                                        reason: string;
                                        times: number;
                                        yen: number;
                                    }[];
                                    discount_yen: number;
                                    /** @description Points and exchanges are methods too. */
                                    payments: {
                                        given_count: number;
                                        given_yen: number;
                                        method: string;
                                        taken_count: number;
                                        taken_yen: number;
                                    }[];
                                    receipts: number;
                                    returns: number;
                                    returns_yen: number;
                                    sales_yen: number;
                                    taxes: {
                                        rate_den: number;
                                        rate_num: number;
                                        returned_tax_yen: number;
                                        returned_yen: number;
                                        tax_yen: number;
                                        taxable_yen: number;
                                    }[];
                                } | null;
                                /** @description Of its Z; without gaps per till. */
                                number: number | null;
                                opened_at: string;
                                opened_by: {
                                    id: string;
                                    kind: string;
                                    name: string | null;
                                };
                                override: {
                                    by: {
                                        id: string;
                                        kind: string;
                                        name: string | null;
                                    };
                                    reason: string;
                                } | null;
                                /** Format: uuid */
                                place_id: string;
                                /** Format: uuid */
                                till_session_id: string;
                            }[];
                            next: null;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Open a till with its float */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description As in the header Engawa-Till. */
                        device_id: string;
                        float_yen: number;
                        /** Format: uuid */
                        place_id?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            business_date: string;
                            cash: {
                                amount_yen: number;
                                entered_at: string;
                                entered_by: {
                                    id: string;
                                    kind: string;
                                    name: string | null;
                                };
                                kind: "in" | "out";
                                reason: string;
                                /** Format: uuid */
                                till_cash_id: string;
                            }[];
                            closed_at: string | null;
                            closed_by: {
                                id: string;
                                kind: string;
                                name: string | null;
                            } | null;
                            /** @description What it was settled by. */
                            count: {
                                /** Format: uuid */
                                count_id: string;
                                counted_at: string;
                                counted_by: {
                                    id: string;
                                    kind: string;
                                    name: string | null;
                                };
                                counted_yen: number;
                                /** @description Counted less expected: negative when money is missing. */
                                difference_yen: number;
                                expected_yen: number;
                                pieces: {
                                    pieces: number;
                                    yen: 10000 | 5000 | 2000 | 1000 | 500 | 100 | 50 | 10 | 5 | 1;
                                }[];
                            } | null;
                            /** @description How often it was counted. */
                            counts: number;
                            device_id: string;
                            /** @description X: until now. Z: as it was settled, for good. */
                            figures: {
                                /** @description Taken off by hand, by reason; missing in what was settled before it was summed. */
                                by_hand?: {
                                    approved_times: number;
                                    approved_yen: number;
                                    name: string;
                                    name_en: string | null;
                                    reason: string;
                                    times: number;
                                    yen: number;
                                }[];
                                discount_yen: number;
                                /** @description Points and exchanges are methods too. */
                                payments: {
                                    given_count: number;
                                    given_yen: number;
                                    method: string;
                                    taken_count: number;
                                    taken_yen: number;
                                }[];
                                receipts: number;
                                returns: number;
                                returns_yen: number;
                                sales_yen: number;
                                taxes: {
                                    rate_den: number;
                                    rate_num: number;
                                    returned_tax_yen: number;
                                    returned_yen: number;
                                    tax_yen: number;
                                    taxable_yen: number;
                                }[];
                            };
                            float_yen: number;
                            /** @description Happened in this session, told after its Z. */
                            late: {
                                /** @description Taken off by hand, by reason; missing in what was settled before it was summed. */
                                by_hand?: {
                                    approved_times: number;
                                    approved_yen: number;
                                    name: string;
                                    name_en: string | null;
                                    reason: string;
                                    times: number;
                                    yen: number;
                                }[];
                                discount_yen: number;
                                /** @description Points and exchanges are methods too. */
                                payments: {
                                    given_count: number;
                                    given_yen: number;
                                    method: string;
                                    taken_count: number;
                                    taken_yen: number;
                                }[];
                                receipts: number;
                                returns: number;
                                returns_yen: number;
                                sales_yen: number;
                                taxes: {
                                    rate_den: number;
                                    rate_num: number;
                                    returned_tax_yen: number;
                                    returned_yen: number;
                                    tax_yen: number;
                                    taxable_yen: number;
                                }[];
                            } | null;
                            /** @description Of its Z; without gaps per till. */
                            number: number | null;
                            opened_at: string;
                            opened_by: {
                                id: string;
                                kind: string;
                                name: string | null;
                            };
                            override: {
                                by: {
                                    id: string;
                                    kind: string;
                                    name: string | null;
                                };
                                reason: string;
                            } | null;
                            /** Format: uuid */
                            place_id: string;
                            /** Format: uuid */
                            till_session_id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/till-sessions/{till_session_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** X while the till is open, Z once it is settled */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    till_session_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            business_date: string;
                            cash: {
                                amount_yen: number;
                                entered_at: string;
                                entered_by: {
                                    id: string;
                                    kind: string;
                                    name: string | null;
                                };
                                kind: "in" | "out";
                                reason: string;
                                /** Format: uuid */
                                till_cash_id: string;
                            }[];
                            closed_at: string | null;
                            closed_by: {
                                id: string;
                                kind: string;
                                name: string | null;
                            } | null;
                            /** @description What it was settled by. */
                            count: {
                                /** Format: uuid */
                                count_id: string;
                                counted_at: string;
                                counted_by: {
                                    id: string;
                                    kind: string;
                                    name: string | null;
                                };
                                counted_yen: number;
                                /** @description Counted less expected: negative when money is missing. */
                                difference_yen: number;
                                expected_yen: number;
                                pieces: {
                                    pieces: number;
                                    yen: 10000 | 5000 | 2000 | 1000 | 500 | 100 | 50 | 10 | 5 | 1;
                                }[];
                            } | null;
                            /** @description How often it was counted. */
                            counts: number;
                            device_id: string;
                            /** @description X: until now. Z: as it was settled, for good. */
                            figures: {
                                /** @description Taken off by hand, by reason; missing in what was settled before it was summed. */
                                by_hand?: {
                                    approved_times: number;
                                    approved_yen: number;
                                    name: string;
                                    name_en: string | null;
                                    reason: string;
                                    times: number;
                                    yen: number;
                                }[];
                                discount_yen: number;
                                /** @description Points and exchanges are methods too. */
                                payments: {
                                    given_count: number;
                                    given_yen: number;
                                    method: string;
                                    taken_count: number;
                                    taken_yen: number;
                                }[];
                                receipts: number;
                                returns: number;
                                returns_yen: number;
                                sales_yen: number;
                                taxes: {
                                    rate_den: number;
                                    rate_num: number;
                                    returned_tax_yen: number;
                                    returned_yen: number;
                                    tax_yen: number;
                                    taxable_yen: number;
                                }[];
                            };
                            float_yen: number;
                            /** @description Happened in this session, told after its Z. */
                            late: {
                                /** @description Taken off by hand, by reason; missing in what was settled before it was summed. */
                                by_hand?: {
                                    approved_times: number;
                                    approved_yen: number;
                                    name: string;
                                    name_en: string | null;
                                    reason: string;
                                    times: number;
                                    yen: number;
                                }[];
                                discount_yen: number;
                                /** @description Points and exchanges are methods too. */
                                payments: {
                                    given_count: number;
                                    given_yen: number;
                                    method: string;
                                    taken_count: number;
                                    taken_yen: number;
                                }[];
                                receipts: number;
                                returns: number;
                                returns_yen: number;
                                sales_yen: number;
                                taxes: {
                                    rate_den: number;
                                    rate_num: number;
                                    returned_tax_yen: number;
                                    returned_yen: number;
                                    tax_yen: number;
                                    taxable_yen: number;
                                }[];
                            } | null;
                            /** @description Of its Z; without gaps per till. */
                            number: number | null;
                            opened_at: string;
                            opened_by: {
                                id: string;
                                kind: string;
                                name: string | null;
                            };
                            override: {
                                by: {
                                    id: string;
                                    kind: string;
                                    name: string | null;
                                };
                                reason: string;
                            } | null;
                            /** Format: uuid */
                            place_id: string;
                            /** Format: uuid */
                            till_session_id: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/till-sessions/{till_session_id}/cash-movements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cash put into the drawer or taken out of it */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    till_session_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        amount_yen: number;
                        kind: "in" | "out";
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            business_date: string;
                            cash: {
                                amount_yen: number;
                                entered_at: string;
                                entered_by: {
                                    id: string;
                                    kind: string;
                                    name: string | null;
                                };
                                kind: "in" | "out";
                                reason: string;
                                /** Format: uuid */
                                till_cash_id: string;
                            }[];
                            closed_at: string | null;
                            closed_by: {
                                id: string;
                                kind: string;
                                name: string | null;
                            } | null;
                            /** @description What it was settled by. */
                            count: {
                                /** Format: uuid */
                                count_id: string;
                                counted_at: string;
                                counted_by: {
                                    id: string;
                                    kind: string;
                                    name: string | null;
                                };
                                counted_yen: number;
                                /** @description Counted less expected: negative when money is missing. */
                                difference_yen: number;
                                expected_yen: number;
                                pieces: {
                                    pieces: number;
                                    yen: 10000 | 5000 | 2000 | 1000 | 500 | 100 | 50 | 10 | 5 | 1;
                                }[];
                            } | null;
                            /** @description How often it was counted. */
                            counts: number;
                            device_id: string;
                            /** @description X: until now. Z: as it was settled, for good. */
                            figures: {
                                /** @description Taken off by hand, by reason; missing in what was settled before it was summed. */
                                by_hand?: {
                                    approved_times: number;
                                    approved_yen: number;
                                    name: string;
                                    name_en: string | null;
                                    reason: string;
                                    times: number;
                                    yen: number;
                                }[];
                                discount_yen: number;
                                /** @description Points and exchanges are methods too. */
                                payments: {
                                    given_count: number;
                                    given_yen: number;
                                    method: string;
                                    taken_count: number;
                                    taken_yen: number;
                                }[];
                                receipts: number;
                                returns: number;
                                returns_yen: number;
                                sales_yen: number;
                                taxes: {
                                    rate_den: number;
                                    rate_num: number;
                                    returned_tax_yen: number;
                                    returned_yen: number;
                                    tax_yen: number;
                                    taxable_yen: number;
                                }[];
                            };
                            float_yen: number;
                            /** @description Happened in this session, told after its Z. */
                            late: {
                                /** @description Taken off by hand, by reason; missing in what was settled before it was summed. */
                                by_hand?: {
                                    approved_times: number;
                                    approved_yen: number;
                                    name: string;
                                    name_en: string | null;
                                    reason: string;
                                    times: number;
                                    yen: number;
                                }[];
                                discount_yen: number;
                                /** @description Points and exchanges are methods too. */
                                payments: {
                                    given_count: number;
                                    given_yen: number;
                                    method: string;
                                    taken_count: number;
                                    taken_yen: number;
                                }[];
                                receipts: number;
                                returns: number;
                                returns_yen: number;
                                sales_yen: number;
                                taxes: {
                                    rate_den: number;
                                    rate_num: number;
                                    returned_tax_yen: number;
                                    returned_yen: number;
                                    tax_yen: number;
                                    taxable_yen: number;
                                }[];
                            } | null;
                            /** @description Of its Z; without gaps per till. */
                            number: number | null;
                            opened_at: string;
                            opened_by: {
                                id: string;
                                kind: string;
                                name: string | null;
                            };
                            override: {
                                by: {
                                    id: string;
                                    kind: string;
                                    name: string | null;
                                };
                                reason: string;
                            } | null;
                            /** Format: uuid */
                            place_id: string;
                            /** Format: uuid */
                            till_session_id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/till-sessions/{till_session_id}/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A blind count; what should be there is told in answer */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    till_session_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        pieces: {
                            pieces: number;
                            yen: 10000 | 5000 | 2000 | 1000 | 500 | 100 | 50 | 10 | 5 | 1;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            count_id: string;
                            counted_at: string;
                            counted_by: {
                                id: string;
                                kind: string;
                                name: string | null;
                            };
                            counted_yen: number;
                            /** @description Counted less expected: negative when money is missing. */
                            difference_yen: number;
                            expected_yen: number;
                            needs_manager: boolean;
                            pieces: {
                                pieces: number;
                                yen: 10000 | 5000 | 2000 | 1000 | 500 | 100 | 50 | 10 | 5 | 1;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/till-sessions/{till_session_id}/settlement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Settle the till by a count: its Z, numbered without gaps */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    till_session_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        count_id: string;
                        override?: {
                            approved_by?: {
                                code: string;
                                pin: string;
                            };
                            reason: string;
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            business_date: string;
                            cash: {
                                amount_yen: number;
                                entered_at: string;
                                entered_by: {
                                    id: string;
                                    kind: string;
                                    name: string | null;
                                };
                                kind: "in" | "out";
                                reason: string;
                                /** Format: uuid */
                                till_cash_id: string;
                            }[];
                            closed_at: string | null;
                            closed_by: {
                                id: string;
                                kind: string;
                                name: string | null;
                            } | null;
                            /** @description What it was settled by. */
                            count: {
                                /** Format: uuid */
                                count_id: string;
                                counted_at: string;
                                counted_by: {
                                    id: string;
                                    kind: string;
                                    name: string | null;
                                };
                                counted_yen: number;
                                /** @description Counted less expected: negative when money is missing. */
                                difference_yen: number;
                                expected_yen: number;
                                pieces: {
                                    pieces: number;
                                    yen: 10000 | 5000 | 2000 | 1000 | 500 | 100 | 50 | 10 | 5 | 1;
                                }[];
                            } | null;
                            /** @description How often it was counted. */
                            counts: number;
                            device_id: string;
                            /** @description X: until now. Z: as it was settled, for good. */
                            figures: {
                                /** @description Taken off by hand, by reason; missing in what was settled before it was summed. */
                                by_hand?: {
                                    approved_times: number;
                                    approved_yen: number;
                                    name: string;
                                    name_en: string | null;
                                    reason: string;
                                    times: number;
                                    yen: number;
                                }[];
                                discount_yen: number;
                                /** @description Points and exchanges are methods too. */
                                payments: {
                                    given_count: number;
                                    given_yen: number;
                                    method: string;
                                    taken_count: number;
                                    taken_yen: number;
                                }[];
                                receipts: number;
                                returns: number;
                                returns_yen: number;
                                sales_yen: number;
                                taxes: {
                                    rate_den: number;
                                    rate_num: number;
                                    returned_tax_yen: number;
                                    returned_yen: number;
                                    tax_yen: number;
                                    taxable_yen: number;
                                }[];
                            };
                            float_yen: number;
                            /** @description Happened in this session, told after its Z. */
                            late: {
                                /** @description Taken off by hand, by reason; missing in what was settled before it was summed. */
                                by_hand?: {
                                    approved_times: number;
                                    approved_yen: number;
                                    name: string;
                                    name_en: string | null;
                                    reason: string;
                                    times: number;
                                    yen: number;
                                }[];
                                discount_yen: number;
                                /** @description Points and exchanges are methods too. */
                                payments: {
                                    given_count: number;
                                    given_yen: number;
                                    method: string;
                                    taken_count: number;
                                    taken_yen: number;
                                }[];
                                receipts: number;
                                returns: number;
                                returns_yen: number;
                                sales_yen: number;
                                taxes: {
                                    rate_den: number;
                                    rate_num: number;
                                    returned_tax_yen: number;
                                    returned_yen: number;
                                    tax_yen: number;
                                    taxable_yen: number;
                                }[];
                            } | null;
                            /** @description Of its Z; without gaps per till. */
                            number: number | null;
                            opened_at: string;
                            opened_by: {
                                id: string;
                                kind: string;
                                name: string | null;
                            };
                            override: {
                                by: {
                                    id: string;
                                    kind: string;
                                    name: string | null;
                                };
                                reason: string;
                            } | null;
                            /** Format: uuid */
                            place_id: string;
                            /** Format: uuid */
                            till_session_id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/tills/{device_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Bind a till to the device that holds this key; from another device with a manager’s yes */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    device_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        approved_by?: {
                            code: string;
                            pin: string;
                        };
                        /** @description Made by the device; sent as Engawa-Till-Key. */
                        key: string;
                        /** @description Take it from another device: a manager does, or says yes to. */
                        move?: boolean;
                        /** Format: uuid */
                        place_id?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date-time */
                            bound_at: string;
                            device_id: string;
                            /** Format: uuid */
                            place_id: string;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/page": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Segment HTTP Tracking API: page, one event of at most 32 KB */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            success: boolean;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/privacy/erasures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Forget a person for good: her keys are destroyed, her orders stay without her; her id is said twice */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        confirm: string;
                        /** Format: uuid */
                        profile_id: string;
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date-time */
                            erased_at: string;
                            /** Format: uuid */
                            erasure_id: string;
                            profile_ids: string[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/problems": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every problem this API answers with: code, status, words (… where a value goes). */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                code: string;
                                messages: {
                                    en: string;
                                    ja: string;
                                };
                                /** @description Empty: the status of the thing that failed. */
                                statuses: number[];
                                /** @description The `type` of RFC 9457; its path leads to a page here. */
                                type: string;
                            }[];
                            next: null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/promotions/coupon-searches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The coupon with this code */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description As printed or scanned. */
                        code: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            channels: string[] | null;
                            /** Format: uuid */
                            coupon_id: string;
                            expires_at: string | null;
                            issued_at: string;
                            kind: "personal" | "list" | "public";
                            offer: string;
                            offer_en: string | null;
                            /** Format: uuid */
                            offer_id: string;
                            /** Format: uuid */
                            order_id: string | null;
                            place_ids: string[] | null;
                            state: "open" | "redeemed" | "revoked";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/promotions/coupons/{coupon_id}/revocation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Revoke a coupon that nobody has used */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    coupon_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            channels: string[] | null;
                            /** Format: uuid */
                            coupon_id: string;
                            expires_at: string | null;
                            issued_at: string;
                            kind: "personal" | "list" | "public";
                            offer: string;
                            offer_en: string | null;
                            /** Format: uuid */
                            offer_id: string;
                            /** Format: uuid */
                            order_id: string | null;
                            place_ids: string[] | null;
                            state: "open" | "redeemed" | "revoked";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/promotions/me/coupons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What I may still use, with the code to show */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                channels: string[] | null;
                                code: string;
                                /** Format: uuid */
                                coupon_id: string;
                                expires_at: string | null;
                                issued_at: string;
                                kind: "personal" | "list" | "public";
                                offer: string;
                                offer_en: string | null;
                                /** Format: uuid */
                                offer_id: string;
                                /** Format: uuid */
                                order_id: string | null;
                                place_ids: string[] | null;
                                state: "open" | "redeemed" | "revoked";
                            }[];
                            next: null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/promotions/offers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Offers, the last changed first */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    limit?: number;
                    state?: "draft" | "approved" | "live" | "ended";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                budget_yen: number | null;
                                ends_at: string | null;
                                external_id: string | null;
                                given_yen: number;
                                left_uses: number | null;
                                left_yen: number | null;
                                member_cap: number | null;
                                name: string;
                                name_en: string | null;
                                /** Format: uuid */
                                offer_id: string;
                                rule: {
                                    /** @description All that are named must hold. */
                                    conditions: {
                                        /** @description Goods that carry any of these; all goods when nothing is named. */
                                        basket?: {
                                            brand_ids?: string[];
                                            /** @description With all categories below them. */
                                            category_ids?: string[];
                                            except?: {
                                                brand_ids?: string[];
                                                /** @description With all categories below them. */
                                                category_ids?: string[];
                                                product_ids?: string[];
                                                tags?: string[];
                                                variant_ids?: string[];
                                            };
                                            product_ids?: string[];
                                            tags?: string[];
                                            variant_ids?: string[];
                                        };
                                        channels?: string[];
                                        /** @description Only for who shows a coupon of it. */
                                        coupon?: boolean;
                                        /** @description Only for a member’s first order. */
                                        first_order?: boolean;
                                        hours?: {
                                            from: string;
                                            until: string;
                                        }[];
                                        least_pieces?: number;
                                        least_yen?: number;
                                        /** @description Only for members. */
                                        members?: boolean;
                                        month_days?: number[];
                                        place_ids?: string[];
                                        ways?: ("carry" | "ship" | "collect" | "order_ahead")[];
                                        weekdays?: number[];
                                    };
                                    effect: {
                                        /** @enum {string} */
                                        kind: "yen";
                                        yen: number;
                                    } | {
                                        /** @enum {string} */
                                        kind: "percent";
                                        most_yen?: number;
                                        rate_den: number;
                                        rate_num: number;
                                    } | {
                                        buy: number;
                                        /** @enum {string} */
                                        kind: "n_for_m";
                                        pay: number;
                                        times?: number;
                                    } | {
                                        /** @enum {string} */
                                        kind: "mix";
                                        pieces: number;
                                        times?: number;
                                        yen: number;
                                    } | {
                                        /** @enum {string} */
                                        kind: "set";
                                        parts: {
                                            brand_ids?: string[];
                                            /** @description With all categories below them. */
                                            category_ids?: string[];
                                            except?: {
                                                brand_ids?: string[];
                                                /** @description With all categories below them. */
                                                category_ids?: string[];
                                                product_ids?: string[];
                                                tags?: string[];
                                                variant_ids?: string[];
                                            };
                                            product_ids?: string[];
                                            tags?: string[];
                                            variant_ids?: string[];
                                        }[];
                                        times?: number;
                                        yen: number;
                                    } | {
                                        /** @enum {string} */
                                        kind: "gift";
                                        pieces: number;
                                    } | {
                                        /** @enum {string} */
                                        kind: "shipping";
                                        yen?: number;
                                    } | {
                                        /** @enum {string} */
                                        kind: "points";
                                        times_den: number;
                                        times_num: number;
                                    };
                                    /**
                                     * @description Never together with another.
                                     * @default false
                                     */
                                    exclusive: boolean;
                                    /** @description Goods that carry any of these; all goods when nothing is named. */
                                    goods: {
                                        brand_ids?: string[];
                                        /** @description With all categories below them. */
                                        category_ids?: string[];
                                        except?: {
                                            brand_ids?: string[];
                                            /** @description With all categories below them. */
                                            category_ids?: string[];
                                            product_ids?: string[];
                                            tags?: string[];
                                            variant_ids?: string[];
                                        };
                                        product_ids?: string[];
                                        tags?: string[];
                                        variant_ids?: string[];
                                    };
                                    /**
                                     * @description Of one group one offer is given. Without one it goes with all others.
                                     * @default null
                                     */
                                    group: string | null;
                                    /** @default 0 */
                                    priority: number;
                                };
                                starts_at: string | null;
                                state: "draft" | "approved" | "live" | "ended";
                                use_cap: number | null;
                                /** @description Orders it was given with, less those given back. */
                                uses: number;
                                version: number;
                            }[];
                            next: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Draft an offer, or write the one with this external_id */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        budget_yen?: number | null;
                        ends_at?: string | null;
                        external_id?: string | null;
                        /** @description So often per member; guests do not get it. */
                        member_cap?: number | null;
                        /** @description As it stands on the receipt. */
                        name: string;
                        name_en?: string | null;
                        rule: {
                            /** @description All that are named must hold. */
                            conditions: {
                                /** @description Goods that carry any of these; all goods when nothing is named. */
                                basket?: {
                                    brand_ids?: string[];
                                    /** @description With all categories below them. */
                                    category_ids?: string[];
                                    except?: {
                                        brand_ids?: string[];
                                        /** @description With all categories below them. */
                                        category_ids?: string[];
                                        product_ids?: string[];
                                        tags?: string[];
                                        variant_ids?: string[];
                                    };
                                    product_ids?: string[];
                                    tags?: string[];
                                    variant_ids?: string[];
                                };
                                channels?: string[];
                                /** @description Only for who shows a coupon of it. */
                                coupon?: boolean;
                                /** @description Only for a member’s first order. */
                                first_order?: boolean;
                                hours?: {
                                    from: string;
                                    until: string;
                                }[];
                                least_pieces?: number;
                                least_yen?: number;
                                /** @description Only for members. */
                                members?: boolean;
                                month_days?: number[];
                                place_ids?: string[];
                                ways?: ("carry" | "ship" | "collect" | "order_ahead")[];
                                weekdays?: number[];
                            };
                            effect: {
                                /** @enum {string} */
                                kind: "yen";
                                yen: number;
                            } | {
                                /** @enum {string} */
                                kind: "percent";
                                most_yen?: number;
                                rate_den: number;
                                rate_num: number;
                            } | {
                                buy: number;
                                /** @enum {string} */
                                kind: "n_for_m";
                                pay: number;
                                times?: number;
                            } | {
                                /** @enum {string} */
                                kind: "mix";
                                pieces: number;
                                times?: number;
                                yen: number;
                            } | {
                                /** @enum {string} */
                                kind: "set";
                                parts: {
                                    brand_ids?: string[];
                                    /** @description With all categories below them. */
                                    category_ids?: string[];
                                    except?: {
                                        brand_ids?: string[];
                                        /** @description With all categories below them. */
                                        category_ids?: string[];
                                        product_ids?: string[];
                                        tags?: string[];
                                        variant_ids?: string[];
                                    };
                                    product_ids?: string[];
                                    tags?: string[];
                                    variant_ids?: string[];
                                }[];
                                times?: number;
                                yen: number;
                            } | {
                                /** @enum {string} */
                                kind: "gift";
                                pieces: number;
                            } | {
                                /** @enum {string} */
                                kind: "shipping";
                                yen?: number;
                            } | {
                                /** @enum {string} */
                                kind: "points";
                                times_den: number;
                                times_num: number;
                            };
                            /**
                             * @description Never together with another.
                             * @default false
                             */
                            exclusive: boolean;
                            /** @description Goods that carry any of these; all goods when nothing is named. */
                            goods: {
                                brand_ids?: string[];
                                /** @description With all categories below them. */
                                category_ids?: string[];
                                except?: {
                                    brand_ids?: string[];
                                    /** @description With all categories below them. */
                                    category_ids?: string[];
                                    product_ids?: string[];
                                    tags?: string[];
                                    variant_ids?: string[];
                                };
                                product_ids?: string[];
                                tags?: string[];
                                variant_ids?: string[];
                            };
                            /**
                             * @description Of one group one offer is given. Without one it goes with all others.
                             * @default null
                             */
                            group: string | null;
                            /** @default 0 */
                            priority: number;
                        };
                        starts_at?: string | null;
                        use_cap?: number | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            budget_yen: number | null;
                            ends_at: string | null;
                            external_id: string | null;
                            given_yen: number;
                            left_uses: number | null;
                            left_yen: number | null;
                            member_cap: number | null;
                            name: string;
                            name_en: string | null;
                            /** Format: uuid */
                            offer_id: string;
                            rule: {
                                /** @description All that are named must hold. */
                                conditions: {
                                    /** @description Goods that carry any of these; all goods when nothing is named. */
                                    basket?: {
                                        brand_ids?: string[];
                                        /** @description With all categories below them. */
                                        category_ids?: string[];
                                        except?: {
                                            brand_ids?: string[];
                                            /** @description With all categories below them. */
                                            category_ids?: string[];
                                            product_ids?: string[];
                                            tags?: string[];
                                            variant_ids?: string[];
                                        };
                                        product_ids?: string[];
                                        tags?: string[];
                                        variant_ids?: string[];
                                    };
                                    channels?: string[];
                                    /** @description Only for who shows a coupon of it. */
                                    coupon?: boolean;
                                    /** @description Only for a member’s first order. */
                                    first_order?: boolean;
                                    hours?: {
                                        from: string;
                                        until: string;
                                    }[];
                                    least_pieces?: number;
                                    least_yen?: number;
                                    /** @description Only for members. */
                                    members?: boolean;
                                    month_days?: number[];
                                    place_ids?: string[];
                                    ways?: ("carry" | "ship" | "collect" | "order_ahead")[];
                                    weekdays?: number[];
                                };
                                effect: {
                                    /** @enum {string} */
                                    kind: "yen";
                                    yen: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "percent";
                                    most_yen?: number;
                                    rate_den: number;
                                    rate_num: number;
                                } | {
                                    buy: number;
                                    /** @enum {string} */
                                    kind: "n_for_m";
                                    pay: number;
                                    times?: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "mix";
                                    pieces: number;
                                    times?: number;
                                    yen: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "set";
                                    parts: {
                                        brand_ids?: string[];
                                        /** @description With all categories below them. */
                                        category_ids?: string[];
                                        except?: {
                                            brand_ids?: string[];
                                            /** @description With all categories below them. */
                                            category_ids?: string[];
                                            product_ids?: string[];
                                            tags?: string[];
                                            variant_ids?: string[];
                                        };
                                        product_ids?: string[];
                                        tags?: string[];
                                        variant_ids?: string[];
                                    }[];
                                    times?: number;
                                    yen: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "gift";
                                    pieces: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "shipping";
                                    yen?: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "points";
                                    times_den: number;
                                    times_num: number;
                                };
                                /**
                                 * @description Never together with another.
                                 * @default false
                                 */
                                exclusive: boolean;
                                /** @description Goods that carry any of these; all goods when nothing is named. */
                                goods: {
                                    brand_ids?: string[];
                                    /** @description With all categories below them. */
                                    category_ids?: string[];
                                    except?: {
                                        brand_ids?: string[];
                                        /** @description With all categories below them. */
                                        category_ids?: string[];
                                        product_ids?: string[];
                                        tags?: string[];
                                        variant_ids?: string[];
                                    };
                                    product_ids?: string[];
                                    tags?: string[];
                                    variant_ids?: string[];
                                };
                                /**
                                 * @description Of one group one offer is given. Without one it goes with all others.
                                 * @default null
                                 */
                                group: string | null;
                                /** @default 0 */
                                priority: number;
                            };
                            starts_at: string | null;
                            state: "draft" | "approved" | "live" | "ended";
                            use_cap: number | null;
                            /** @description Orders it was given with, less those given back. */
                            uses: number;
                            version: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/promotions/offers/{offer_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One offer */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    offer_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            budget_yen: number | null;
                            ends_at: string | null;
                            external_id: string | null;
                            given_yen: number;
                            left_uses: number | null;
                            left_yen: number | null;
                            member_cap: number | null;
                            name: string;
                            name_en: string | null;
                            /** Format: uuid */
                            offer_id: string;
                            rule: {
                                /** @description All that are named must hold. */
                                conditions: {
                                    /** @description Goods that carry any of these; all goods when nothing is named. */
                                    basket?: {
                                        brand_ids?: string[];
                                        /** @description With all categories below them. */
                                        category_ids?: string[];
                                        except?: {
                                            brand_ids?: string[];
                                            /** @description With all categories below them. */
                                            category_ids?: string[];
                                            product_ids?: string[];
                                            tags?: string[];
                                            variant_ids?: string[];
                                        };
                                        product_ids?: string[];
                                        tags?: string[];
                                        variant_ids?: string[];
                                    };
                                    channels?: string[];
                                    /** @description Only for who shows a coupon of it. */
                                    coupon?: boolean;
                                    /** @description Only for a member’s first order. */
                                    first_order?: boolean;
                                    hours?: {
                                        from: string;
                                        until: string;
                                    }[];
                                    least_pieces?: number;
                                    least_yen?: number;
                                    /** @description Only for members. */
                                    members?: boolean;
                                    month_days?: number[];
                                    place_ids?: string[];
                                    ways?: ("carry" | "ship" | "collect" | "order_ahead")[];
                                    weekdays?: number[];
                                };
                                effect: {
                                    /** @enum {string} */
                                    kind: "yen";
                                    yen: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "percent";
                                    most_yen?: number;
                                    rate_den: number;
                                    rate_num: number;
                                } | {
                                    buy: number;
                                    /** @enum {string} */
                                    kind: "n_for_m";
                                    pay: number;
                                    times?: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "mix";
                                    pieces: number;
                                    times?: number;
                                    yen: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "set";
                                    parts: {
                                        brand_ids?: string[];
                                        /** @description With all categories below them. */
                                        category_ids?: string[];
                                        except?: {
                                            brand_ids?: string[];
                                            /** @description With all categories below them. */
                                            category_ids?: string[];
                                            product_ids?: string[];
                                            tags?: string[];
                                            variant_ids?: string[];
                                        };
                                        product_ids?: string[];
                                        tags?: string[];
                                        variant_ids?: string[];
                                    }[];
                                    times?: number;
                                    yen: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "gift";
                                    pieces: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "shipping";
                                    yen?: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "points";
                                    times_den: number;
                                    times_num: number;
                                };
                                /**
                                 * @description Never together with another.
                                 * @default false
                                 */
                                exclusive: boolean;
                                /** @description Goods that carry any of these; all goods when nothing is named. */
                                goods: {
                                    brand_ids?: string[];
                                    /** @description With all categories below them. */
                                    category_ids?: string[];
                                    except?: {
                                        brand_ids?: string[];
                                        /** @description With all categories below them. */
                                        category_ids?: string[];
                                        product_ids?: string[];
                                        tags?: string[];
                                        variant_ids?: string[];
                                    };
                                    product_ids?: string[];
                                    tags?: string[];
                                    variant_ids?: string[];
                                };
                                /**
                                 * @description Of one group one offer is given. Without one it goes with all others.
                                 * @default null
                                 */
                                group: string | null;
                                /** @default 0 */
                                priority: number;
                            };
                            starts_at: string | null;
                            state: "draft" | "approved" | "live" | "ended";
                            use_cap: number | null;
                            /** @description Orders it was given with, less those given back. */
                            uses: number;
                            version: number;
                        };
                    };
                };
            };
        };
        /** Write a draft or an approved offer anew; it is a draft again */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    offer_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        budget_yen?: number | null;
                        ends_at?: string | null;
                        external_id?: string | null;
                        /** @description So often per member; guests do not get it. */
                        member_cap?: number | null;
                        /** @description As it stands on the receipt. */
                        name: string;
                        name_en?: string | null;
                        rule: {
                            /** @description All that are named must hold. */
                            conditions: {
                                /** @description Goods that carry any of these; all goods when nothing is named. */
                                basket?: {
                                    brand_ids?: string[];
                                    /** @description With all categories below them. */
                                    category_ids?: string[];
                                    except?: {
                                        brand_ids?: string[];
                                        /** @description With all categories below them. */
                                        category_ids?: string[];
                                        product_ids?: string[];
                                        tags?: string[];
                                        variant_ids?: string[];
                                    };
                                    product_ids?: string[];
                                    tags?: string[];
                                    variant_ids?: string[];
                                };
                                channels?: string[];
                                /** @description Only for who shows a coupon of it. */
                                coupon?: boolean;
                                /** @description Only for a member’s first order. */
                                first_order?: boolean;
                                hours?: {
                                    from: string;
                                    until: string;
                                }[];
                                least_pieces?: number;
                                least_yen?: number;
                                /** @description Only for members. */
                                members?: boolean;
                                month_days?: number[];
                                place_ids?: string[];
                                ways?: ("carry" | "ship" | "collect" | "order_ahead")[];
                                weekdays?: number[];
                            };
                            effect: {
                                /** @enum {string} */
                                kind: "yen";
                                yen: number;
                            } | {
                                /** @enum {string} */
                                kind: "percent";
                                most_yen?: number;
                                rate_den: number;
                                rate_num: number;
                            } | {
                                buy: number;
                                /** @enum {string} */
                                kind: "n_for_m";
                                pay: number;
                                times?: number;
                            } | {
                                /** @enum {string} */
                                kind: "mix";
                                pieces: number;
                                times?: number;
                                yen: number;
                            } | {
                                /** @enum {string} */
                                kind: "set";
                                parts: {
                                    brand_ids?: string[];
                                    /** @description With all categories below them. */
                                    category_ids?: string[];
                                    except?: {
                                        brand_ids?: string[];
                                        /** @description With all categories below them. */
                                        category_ids?: string[];
                                        product_ids?: string[];
                                        tags?: string[];
                                        variant_ids?: string[];
                                    };
                                    product_ids?: string[];
                                    tags?: string[];
                                    variant_ids?: string[];
                                }[];
                                times?: number;
                                yen: number;
                            } | {
                                /** @enum {string} */
                                kind: "gift";
                                pieces: number;
                            } | {
                                /** @enum {string} */
                                kind: "shipping";
                                yen?: number;
                            } | {
                                /** @enum {string} */
                                kind: "points";
                                times_den: number;
                                times_num: number;
                            };
                            /**
                             * @description Never together with another.
                             * @default false
                             */
                            exclusive: boolean;
                            /** @description Goods that carry any of these; all goods when nothing is named. */
                            goods: {
                                brand_ids?: string[];
                                /** @description With all categories below them. */
                                category_ids?: string[];
                                except?: {
                                    brand_ids?: string[];
                                    /** @description With all categories below them. */
                                    category_ids?: string[];
                                    product_ids?: string[];
                                    tags?: string[];
                                    variant_ids?: string[];
                                };
                                product_ids?: string[];
                                tags?: string[];
                                variant_ids?: string[];
                            };
                            /**
                             * @description Of one group one offer is given. Without one it goes with all others.
                             * @default null
                             */
                            group: string | null;
                            /** @default 0 */
                            priority: number;
                        };
                        starts_at?: string | null;
                        use_cap?: number | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            budget_yen: number | null;
                            ends_at: string | null;
                            external_id: string | null;
                            given_yen: number;
                            left_uses: number | null;
                            left_yen: number | null;
                            member_cap: number | null;
                            name: string;
                            name_en: string | null;
                            /** Format: uuid */
                            offer_id: string;
                            rule: {
                                /** @description All that are named must hold. */
                                conditions: {
                                    /** @description Goods that carry any of these; all goods when nothing is named. */
                                    basket?: {
                                        brand_ids?: string[];
                                        /** @description With all categories below them. */
                                        category_ids?: string[];
                                        except?: {
                                            brand_ids?: string[];
                                            /** @description With all categories below them. */
                                            category_ids?: string[];
                                            product_ids?: string[];
                                            tags?: string[];
                                            variant_ids?: string[];
                                        };
                                        product_ids?: string[];
                                        tags?: string[];
                                        variant_ids?: string[];
                                    };
                                    channels?: string[];
                                    /** @description Only for who shows a coupon of it. */
                                    coupon?: boolean;
                                    /** @description Only for a member’s first order. */
                                    first_order?: boolean;
                                    hours?: {
                                        from: string;
                                        until: string;
                                    }[];
                                    least_pieces?: number;
                                    least_yen?: number;
                                    /** @description Only for members. */
                                    members?: boolean;
                                    month_days?: number[];
                                    place_ids?: string[];
                                    ways?: ("carry" | "ship" | "collect" | "order_ahead")[];
                                    weekdays?: number[];
                                };
                                effect: {
                                    /** @enum {string} */
                                    kind: "yen";
                                    yen: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "percent";
                                    most_yen?: number;
                                    rate_den: number;
                                    rate_num: number;
                                } | {
                                    buy: number;
                                    /** @enum {string} */
                                    kind: "n_for_m";
                                    pay: number;
                                    times?: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "mix";
                                    pieces: number;
                                    times?: number;
                                    yen: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "set";
                                    parts: {
                                        brand_ids?: string[];
                                        /** @description With all categories below them. */
                                        category_ids?: string[];
                                        except?: {
                                            brand_ids?: string[];
                                            /** @description With all categories below them. */
                                            category_ids?: string[];
                                            product_ids?: string[];
                                            tags?: string[];
                                            variant_ids?: string[];
                                        };
                                        product_ids?: string[];
                                        tags?: string[];
                                        variant_ids?: string[];
                                    }[];
                                    times?: number;
                                    yen: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "gift";
                                    pieces: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "shipping";
                                    yen?: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "points";
                                    times_den: number;
                                    times_num: number;
                                };
                                /**
                                 * @description Never together with another.
                                 * @default false
                                 */
                                exclusive: boolean;
                                /** @description Goods that carry any of these; all goods when nothing is named. */
                                goods: {
                                    brand_ids?: string[];
                                    /** @description With all categories below them. */
                                    category_ids?: string[];
                                    except?: {
                                        brand_ids?: string[];
                                        /** @description With all categories below them. */
                                        category_ids?: string[];
                                        product_ids?: string[];
                                        tags?: string[];
                                        variant_ids?: string[];
                                    };
                                    product_ids?: string[];
                                    tags?: string[];
                                    variant_ids?: string[];
                                };
                                /**
                                 * @description Of one group one offer is given. Without one it goes with all others.
                                 * @default null
                                 */
                                group: string | null;
                                /** @default 0 */
                                priority: number;
                            };
                            starts_at: string | null;
                            state: "draft" | "approved" | "live" | "ended";
                            use_cap: number | null;
                            /** @description Orders it was given with, less those given back. */
                            uses: number;
                            version: number;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/promotions/offers/{offer_id}/coupons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Its coupons, the last issued first, without their codes */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    limit?: number;
                };
                header?: never;
                path: {
                    offer_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                channels: string[] | null;
                                /** Format: uuid */
                                coupon_id: string;
                                expires_at: string | null;
                                issued_at: string;
                                kind: "personal" | "list" | "public";
                                offer: string;
                                offer_en: string | null;
                                /** Format: uuid */
                                offer_id: string;
                                /** Format: uuid */
                                order_id: string | null;
                                place_ids: string[] | null;
                                state: "open" | "redeemed" | "revoked";
                            }[];
                            next: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Issue coupons: so many codes, one each for some people, or one public code */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    offer_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        channels?: string[];
                        /** @description One public code for everybody: 文字・数字・- のみ. */
                        code?: string;
                        /** @description So many codes, each for one order. */
                        count?: number;
                        /** Format: date-time */
                        expires_at?: string;
                        place_ids?: string[];
                        /** @description One each for these people, and nobody else. */
                        profile_ids?: string[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                channels: string[] | null;
                                code: string;
                                /** Format: uuid */
                                coupon_id: string;
                                expires_at: string | null;
                                issued_at: string;
                                kind: "personal" | "list" | "public";
                                offer: string;
                                offer_en: string | null;
                                /** Format: uuid */
                                offer_id: string;
                                /** Format: uuid */
                                order_id: string | null;
                                place_ids: string[] | null;
                                state: "open" | "redeemed" | "revoked";
                            }[];
                            next: null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/promotions/offers/{offer_id}/state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Approve, launch or end it: draft → approved → live → ended */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    offer_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        state: "draft" | "approved" | "live" | "ended";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            budget_yen: number | null;
                            ends_at: string | null;
                            external_id: string | null;
                            given_yen: number;
                            left_uses: number | null;
                            left_yen: number | null;
                            member_cap: number | null;
                            name: string;
                            name_en: string | null;
                            /** Format: uuid */
                            offer_id: string;
                            rule: {
                                /** @description All that are named must hold. */
                                conditions: {
                                    /** @description Goods that carry any of these; all goods when nothing is named. */
                                    basket?: {
                                        brand_ids?: string[];
                                        /** @description With all categories below them. */
                                        category_ids?: string[];
                                        except?: {
                                            brand_ids?: string[];
                                            /** @description With all categories below them. */
                                            category_ids?: string[];
                                            product_ids?: string[];
                                            tags?: string[];
                                            variant_ids?: string[];
                                        };
                                        product_ids?: string[];
                                        tags?: string[];
                                        variant_ids?: string[];
                                    };
                                    channels?: string[];
                                    /** @description Only for who shows a coupon of it. */
                                    coupon?: boolean;
                                    /** @description Only for a member’s first order. */
                                    first_order?: boolean;
                                    hours?: {
                                        from: string;
                                        until: string;
                                    }[];
                                    least_pieces?: number;
                                    least_yen?: number;
                                    /** @description Only for members. */
                                    members?: boolean;
                                    month_days?: number[];
                                    place_ids?: string[];
                                    ways?: ("carry" | "ship" | "collect" | "order_ahead")[];
                                    weekdays?: number[];
                                };
                                effect: {
                                    /** @enum {string} */
                                    kind: "yen";
                                    yen: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "percent";
                                    most_yen?: number;
                                    rate_den: number;
                                    rate_num: number;
                                } | {
                                    buy: number;
                                    /** @enum {string} */
                                    kind: "n_for_m";
                                    pay: number;
                                    times?: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "mix";
                                    pieces: number;
                                    times?: number;
                                    yen: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "set";
                                    parts: {
                                        brand_ids?: string[];
                                        /** @description With all categories below them. */
                                        category_ids?: string[];
                                        except?: {
                                            brand_ids?: string[];
                                            /** @description With all categories below them. */
                                            category_ids?: string[];
                                            product_ids?: string[];
                                            tags?: string[];
                                            variant_ids?: string[];
                                        };
                                        product_ids?: string[];
                                        tags?: string[];
                                        variant_ids?: string[];
                                    }[];
                                    times?: number;
                                    yen: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "gift";
                                    pieces: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "shipping";
                                    yen?: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "points";
                                    times_den: number;
                                    times_num: number;
                                };
                                /**
                                 * @description Never together with another.
                                 * @default false
                                 */
                                exclusive: boolean;
                                /** @description Goods that carry any of these; all goods when nothing is named. */
                                goods: {
                                    brand_ids?: string[];
                                    /** @description With all categories below them. */
                                    category_ids?: string[];
                                    except?: {
                                        brand_ids?: string[];
                                        /** @description With all categories below them. */
                                        category_ids?: string[];
                                        product_ids?: string[];
                                        tags?: string[];
                                        variant_ids?: string[];
                                    };
                                    product_ids?: string[];
                                    tags?: string[];
                                    variant_ids?: string[];
                                };
                                /**
                                 * @description Of one group one offer is given. Without one it goes with all others.
                                 * @default null
                                 */
                                group: string | null;
                                /** @default 0 */
                                priority: number;
                            };
                            starts_at: string | null;
                            state: "draft" | "approved" | "live" | "ended";
                            use_cap: number | null;
                            /** @description Orders it was given with, less those given back. */
                            uses: number;
                            version: number;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/promotions/previews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a basket would cost at a moment, with an offer that is only tried, and why each other offer is not given */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * Format: date-time
                         * @description The moment to try; now unless said.
                         */
                        at?: string;
                        /** @default till */
                        channel?: string;
                        coupons?: string[];
                        lines: {
                            gtin?: string;
                            quantity: number;
                            /** Format: uuid */
                            variant_id?: string;
                        }[];
                        offer?: {
                            budget_yen?: number | null;
                            ends_at?: string | null;
                            external_id?: string | null;
                            /** @description So often per member; guests do not get it. */
                            member_cap?: number | null;
                            /** @description As it stands on the receipt. */
                            name: string;
                            name_en?: string | null;
                            rule: {
                                /** @description All that are named must hold. */
                                conditions: {
                                    /** @description Goods that carry any of these; all goods when nothing is named. */
                                    basket?: {
                                        brand_ids?: string[];
                                        /** @description With all categories below them. */
                                        category_ids?: string[];
                                        except?: {
                                            brand_ids?: string[];
                                            /** @description With all categories below them. */
                                            category_ids?: string[];
                                            product_ids?: string[];
                                            tags?: string[];
                                            variant_ids?: string[];
                                        };
                                        product_ids?: string[];
                                        tags?: string[];
                                        variant_ids?: string[];
                                    };
                                    channels?: string[];
                                    /** @description Only for who shows a coupon of it. */
                                    coupon?: boolean;
                                    /** @description Only for a member’s first order. */
                                    first_order?: boolean;
                                    hours?: {
                                        from: string;
                                        until: string;
                                    }[];
                                    least_pieces?: number;
                                    least_yen?: number;
                                    /** @description Only for members. */
                                    members?: boolean;
                                    month_days?: number[];
                                    place_ids?: string[];
                                    ways?: ("carry" | "ship" | "collect" | "order_ahead")[];
                                    weekdays?: number[];
                                };
                                effect: {
                                    /** @enum {string} */
                                    kind: "yen";
                                    yen: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "percent";
                                    most_yen?: number;
                                    rate_den: number;
                                    rate_num: number;
                                } | {
                                    buy: number;
                                    /** @enum {string} */
                                    kind: "n_for_m";
                                    pay: number;
                                    times?: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "mix";
                                    pieces: number;
                                    times?: number;
                                    yen: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "set";
                                    parts: {
                                        brand_ids?: string[];
                                        /** @description With all categories below them. */
                                        category_ids?: string[];
                                        except?: {
                                            brand_ids?: string[];
                                            /** @description With all categories below them. */
                                            category_ids?: string[];
                                            product_ids?: string[];
                                            tags?: string[];
                                            variant_ids?: string[];
                                        };
                                        product_ids?: string[];
                                        tags?: string[];
                                        variant_ids?: string[];
                                    }[];
                                    times?: number;
                                    yen: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "gift";
                                    pieces: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "shipping";
                                    yen?: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "points";
                                    times_den: number;
                                    times_num: number;
                                };
                                /**
                                 * @description Never together with another.
                                 * @default false
                                 */
                                exclusive: boolean;
                                /** @description Goods that carry any of these; all goods when nothing is named. */
                                goods: {
                                    brand_ids?: string[];
                                    /** @description With all categories below them. */
                                    category_ids?: string[];
                                    except?: {
                                        brand_ids?: string[];
                                        /** @description With all categories below them. */
                                        category_ids?: string[];
                                        product_ids?: string[];
                                        tags?: string[];
                                        variant_ids?: string[];
                                    };
                                    product_ids?: string[];
                                    tags?: string[];
                                    variant_ids?: string[];
                                };
                                /**
                                 * @description Of one group one offer is given. Without one it goes with all others.
                                 * @default null
                                 */
                                group: string | null;
                                /** @default 0 */
                                priority: number;
                            };
                            starts_at?: string | null;
                            use_cap?: number | null;
                        };
                        /** Format: uuid */
                        place_id: string;
                        /** Format: uuid */
                        profile_id?: string;
                        way: "carry" | "ship" | "collect" | "order_ahead";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            discount_yen: number;
                            discounts: {
                                /**
                                 * Format: uuid
                                 * @description The manager who said yes, when one was needed.
                                 */
                                approved_by: string | null;
                                /**
                                 * Format: uuid
                                 * @description Who of the staff took it off.
                                 */
                                asked_by: string | null;
                                kind: "by_hand" | "offer";
                                lines: {
                                    line_no: number;
                                    yen: number;
                                }[];
                                /** @description The reason or the offer in words, as they were then. */
                                name: string;
                                name_en: string | null;
                                /** Format: uuid */
                                offer_id: string | null;
                                percent: number | null;
                                /** @description Of what was taken off by hand. */
                                reason: string | null;
                                yen: number;
                            }[];
                            items_yen: number;
                            offers_refused: {
                                /** Format: uuid */
                                instead?: string;
                                lacking_pieces?: number;
                                lacking_yen?: number;
                                name: string;
                                name_en: string | null;
                                /** Format: uuid */
                                offer_id: string;
                                /** @description The condition that did not hold, or who came before it. */
                                why: string;
                            }[];
                            points_earned: number;
                            tax_yen: number;
                            taxes: {
                                rate_den: number;
                                rate_num: number;
                                tax_yen: number;
                                taxable_yen: number;
                            }[];
                            total_yen: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/promotions/till-offers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The live offers a till may give by itself: no coupon, no cap, no budget, no history needed */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                conditions: {
                                    /** @description Goods that carry any of these; all goods when nothing is named. */
                                    basket?: {
                                        brand_ids?: string[];
                                        /** @description With all categories below them. */
                                        category_ids?: string[];
                                        except?: {
                                            brand_ids?: string[];
                                            /** @description With all categories below them. */
                                            category_ids?: string[];
                                            product_ids?: string[];
                                            tags?: string[];
                                            variant_ids?: string[];
                                        };
                                        product_ids?: string[];
                                        tags?: string[];
                                        variant_ids?: string[];
                                    };
                                    channels?: string[];
                                    /** @description Only for who shows a coupon of it. */
                                    coupon?: boolean;
                                    /** @description Only for a member’s first order. */
                                    first_order?: boolean;
                                    from?: string;
                                    hours?: {
                                        from: string;
                                        until: string;
                                    }[];
                                    least_pieces?: number;
                                    least_yen?: number;
                                    /** @description Only for members. */
                                    members?: boolean;
                                    month_days?: number[];
                                    place_ids?: string[];
                                    until?: string;
                                    ways?: ("carry" | "ship" | "collect" | "order_ahead")[];
                                    weekdays?: number[];
                                };
                                effect: {
                                    /** @enum {string} */
                                    kind: "yen";
                                    yen: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "percent";
                                    most_yen?: number;
                                    rate_den: number;
                                    rate_num: number;
                                } | {
                                    buy: number;
                                    /** @enum {string} */
                                    kind: "n_for_m";
                                    pay: number;
                                    times?: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "mix";
                                    pieces: number;
                                    times?: number;
                                    yen: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "set";
                                    parts: {
                                        brand_ids?: string[];
                                        /** @description With all categories below them. */
                                        category_ids?: string[];
                                        except?: {
                                            brand_ids?: string[];
                                            /** @description With all categories below them. */
                                            category_ids?: string[];
                                            product_ids?: string[];
                                            tags?: string[];
                                            variant_ids?: string[];
                                        };
                                        product_ids?: string[];
                                        tags?: string[];
                                        variant_ids?: string[];
                                    }[];
                                    times?: number;
                                    yen: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "gift";
                                    pieces: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "shipping";
                                    yen?: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "points";
                                    times_den: number;
                                    times_num: number;
                                };
                                exclusive: boolean;
                                /** @description Goods that carry any of these; all goods when nothing is named. */
                                goods: {
                                    brand_ids?: string[];
                                    /** @description With all categories below them. */
                                    category_ids?: string[];
                                    except?: {
                                        brand_ids?: string[];
                                        /** @description With all categories below them. */
                                        category_ids?: string[];
                                        product_ids?: string[];
                                        tags?: string[];
                                        variant_ids?: string[];
                                    };
                                    product_ids?: string[];
                                    tags?: string[];
                                    variant_ids?: string[];
                                };
                                group: string | null;
                                name: string;
                                name_en: string | null;
                                /** Format: uuid */
                                offer_id: string;
                                priority: number;
                            }[];
                            next: null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sandbox/clock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What time it is in this sandbox */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date-time */
                            now: string;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Move this sandbox’s clock on and do what is due by then; refused in production */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            /** @description How far on, or to which moment; never back. */
            requestBody: {
                content: {
                    "application/json": {
                        advance_seconds?: number;
                        /** Format: date-time */
                        to?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date-time */
                            now: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/screen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Segment HTTP Tracking API: screen, one event of at most 32 KB */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            success: boolean;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every setting: its shape, the usual value, what holds now and what is planned */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                about: {
                                    en: string;
                                    ja: string;
                                };
                                dated: boolean;
                                decided: boolean;
                                key: string;
                                planned: {
                                    /** Format: date-time */
                                    effective_at: string;
                                    value: unknown;
                                    version: number;
                                }[];
                                schema: {
                                    [key: string]: unknown;
                                };
                                title: {
                                    en: string;
                                    ja: string;
                                };
                                usual: unknown;
                                value: unknown;
                                version: number;
                            }[];
                            next: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/settings/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One setting */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    key: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            about: {
                                en: string;
                                ja: string;
                            };
                            dated: boolean;
                            decided: boolean;
                            key: string;
                            planned: {
                                /** Format: date-time */
                                effective_at: string;
                                value: unknown;
                                version: number;
                            }[];
                            schema: {
                                [key: string]: unknown;
                            };
                            title: {
                                en: string;
                                ja: string;
                            };
                            usual: unknown;
                            value: unknown;
                            version: number;
                        };
                    };
                };
            };
        };
        /** Decide a setting, from now or (where `dated`) from a moment to come */
        put: {
            parameters: {
                query?: never;
                header?: {
                    "if-match"?: string;
                };
                path: {
                    key: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: date-time */
                        effective_at?: string;
                        value: unknown;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            about: {
                                en: string;
                                ja: string;
                            };
                            dated: boolean;
                            decided: boolean;
                            key: string;
                            planned: {
                                /** Format: date-time */
                                effective_at: string;
                                value: unknown;
                                version: number;
                            }[];
                            schema: {
                                [key: string]: unknown;
                            };
                            title: {
                                en: string;
                                ja: string;
                            };
                            usual: unknown;
                            value: unknown;
                            version: number;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/settings/{key}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who decided what, from when, newest first */
        get: {
            parameters: {
                query: {
                    cursor?: string;
                    limit: number;
                };
                header?: never;
                path: {
                    key: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                actor_id: string | null;
                                actor_kind: string;
                                /** Format: date-time */
                                changed_at: string;
                                /** Format: date-time */
                                effective_at: string;
                                from: unknown;
                                state: "made" | "planned" | "withdrawn";
                                to: unknown;
                                version: number;
                            }[];
                            next: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/settings/{key}/changes/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take back what was planned, before its day */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    key: string;
                    version: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stores/delivery-terms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Delivery fees, cut-off, lead days and slots: in force now, and to come */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                cutoff: string;
                                days_offered: number;
                                fee_yen: number;
                                fees: {
                                    fee_yen: number;
                                    free_from_yen: number | null;
                                    prefectures: string[];
                                }[];
                                free_from_yen: number | null;
                                lead_days: number;
                                leads: {
                                    days: number;
                                    prefectures: string[];
                                }[];
                                slots: {
                                    code: string;
                                    en: string;
                                    ja: string;
                                }[];
                                /** Format: date */
                                valid_from: string;
                            }[];
                            next: null;
                            now: {
                                cutoff: string;
                                days_offered: number;
                                fee_yen: number;
                                fees: {
                                    fee_yen: number;
                                    free_from_yen: number | null;
                                    prefectures: string[];
                                }[];
                                free_from_yen: number | null;
                                lead_days: number;
                                leads: {
                                    days: number;
                                    prefectures: string[];
                                }[];
                                slots: {
                                    code: string;
                                    en: string;
                                    ja: string;
                                }[];
                                /** Format: date */
                                valid_from: string;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stores/delivery-terms/{valid_from}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Write the terms that begin on a date */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    valid_from: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        cutoff: string;
                        days_offered: number;
                        fee_yen: number;
                        fees: {
                            fee_yen: number;
                            free_from_yen: number | null;
                            prefectures: string[];
                        }[];
                        free_from_yen: number | null;
                        lead_days: number;
                        leads: {
                            days: number;
                            prefectures: string[];
                        }[];
                        slots: {
                            code: string;
                            en: string;
                            ja: string;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            cutoff: string;
                            days_offered: number;
                            fee_yen: number;
                            fees: {
                                fee_yen: number;
                                free_from_yen: number | null;
                                prefectures: string[];
                            }[];
                            free_from_yen: number | null;
                            lead_days: number;
                            leads: {
                                days: number;
                                prefectures: string[];
                            }[];
                            slots: {
                                code: string;
                                en: string;
                                ja: string;
                            }[];
                            /** Format: date */
                            valid_from: string;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stores/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the law wants said of the seller, what is done with personal data and what is sent elsewhere */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            external_transmission: {
                                opt_out_url: string | null;
                                policy_url: string | null;
                                purpose: {
                                    en?: string;
                                    ja: string;
                                };
                                recipient: string;
                                sent: {
                                    en?: string;
                                    ja: string;
                                };
                                service: {
                                    en?: string;
                                    ja: string;
                                };
                            }[];
                            legal: {
                                address: {
                                    en?: string;
                                    ja: string;
                                };
                                contact_on_request: boolean;
                                delivery_time: {
                                    en?: string;
                                    ja: string;
                                };
                                email: string;
                                order_period: {
                                    en?: string;
                                    ja: string;
                                };
                                other_fees: {
                                    en?: string;
                                    ja: string;
                                };
                                payment_methods: {
                                    en?: string;
                                    ja: string;
                                };
                                payment_time: {
                                    en?: string;
                                    ja: string;
                                };
                                phone: string;
                                phone_hours: {
                                    en?: string;
                                    ja: string;
                                };
                                postal_code: string;
                                price_note: {
                                    en?: string;
                                    ja: string;
                                };
                                requirements: {
                                    en?: string;
                                    ja: string;
                                };
                                responsible_person: {
                                    en?: string;
                                    ja: string;
                                };
                                restrictions: {
                                    en?: string;
                                    ja: string;
                                };
                                returns: {
                                    en?: string;
                                    ja: string;
                                };
                                seller_name: {
                                    en?: string;
                                    ja: string;
                                };
                            };
                            missing: string[];
                            privacy: {
                                body: {
                                    en?: string;
                                    ja: string;
                                };
                                contact: {
                                    en?: string;
                                    ja: string;
                                };
                                officer: {
                                    en?: string;
                                    ja: string;
                                };
                                revised_on: string | null;
                            };
                            published: boolean;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stores/places": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Places; nearest first when a position is given */
        get: {
            parameters: {
                query: {
                    after?: string;
                    brand_id?: string;
                    kind?: "shop" | "warehouse" | "popup" | "restaurant" | "office" | "dealer";
                    lat?: number;
                    limit: number;
                    lon?: number;
                    pickup?: boolean;
                    q?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                active: boolean;
                                address: string | null;
                                /** @description Ways to pay that orders collected here do not take (cash_on_delivery, in_shop, card …). */
                                barred_payments: string[];
                                brand_ids: string[];
                                /** Format: date */
                                business_date: string;
                                city: string | null;
                                closes_at: string | null;
                                closes_on: string | null;
                                /** @example 05:00 */
                                cutover: string;
                                distance_metres: number | null;
                                external_id: string | null;
                                /** @description Instead of minutes: until the shop closes so many days later. */
                                hold_days: number;
                                hold_minutes: number;
                                /** @description Opening hours by weekday; `dates` holds the days that differ. A missing day is closed. */
                                hours: {
                                    dates?: {
                                        [key: string]: {
                                            /** @example 10:00 */
                                            close: string;
                                            /** @example 10:00 */
                                            open: string;
                                        }[];
                                    };
                                    fri?: {
                                        /** @example 10:00 */
                                        close: string;
                                        /** @example 10:00 */
                                        open: string;
                                    }[];
                                    mon?: {
                                        /** @example 10:00 */
                                        close: string;
                                        /** @example 10:00 */
                                        open: string;
                                    }[];
                                    sat?: {
                                        /** @example 10:00 */
                                        close: string;
                                        /** @example 10:00 */
                                        open: string;
                                    }[];
                                    sun?: {
                                        /** @example 10:00 */
                                        close: string;
                                        /** @example 10:00 */
                                        open: string;
                                    }[];
                                    thu?: {
                                        /** @example 10:00 */
                                        close: string;
                                        /** @example 10:00 */
                                        open: string;
                                    }[];
                                    tue?: {
                                        /** @example 10:00 */
                                        close: string;
                                        /** @example 10:00 */
                                        open: string;
                                    }[];
                                    wed?: {
                                        /** @example 10:00 */
                                        close: string;
                                        /** @example 10:00 */
                                        open: string;
                                    }[];
                                };
                                kind: "shop" | "warehouse" | "popup" | "restaurant" | "office" | "dealer";
                                latitude: number | null;
                                longitude: number | null;
                                name: string;
                                name_en: string | null;
                                name_kana: string | null;
                                /** @description Sets goods aside to be paid for in the shop (お取り置き). */
                                offers_holds: boolean;
                                offers_order_ahead: boolean;
                                offers_pickup: boolean;
                                open_now: boolean;
                                opens_at: string | null;
                                opens_on: string | null;
                                order_ahead_minutes: number;
                                order_ahead_paused_until: string | null;
                                phone: string | null;
                                pickup: {
                                    cutoff: string;
                                    /** Format: date */
                                    date: string;
                                    /** Format: date */
                                    last_day: string;
                                    /** Format: date-time */
                                    ready_at: string;
                                } | null;
                                /** @example 05:00 */
                                pickup_cutoff: string;
                                /** @description How many open days are offered for collection. */
                                pickup_days: number;
                                pickup_keep_days: number;
                                pickup_ready_minutes: number;
                                /** @description Collection in windows of so many minutes; 0 offers each day whole. */
                                pickup_window_minutes: number;
                                /** Format: uuid */
                                place_id: string;
                                postal_code: string | null;
                                prefecture: string | null;
                                returns_to_place_id: string | null;
                                ships_ec: boolean;
                                time_zone: string;
                                version: number;
                            }[];
                            next: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Open a place, or write the one with this external_id */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        active?: boolean;
                        address?: string | null;
                        /** @description Ways to pay that orders collected here do not take (cash_on_delivery, in_shop, card …). */
                        barred_payments?: string[];
                        brand_ids?: string[];
                        city?: string | null;
                        closes_on?: string | null;
                        /** @example 05:00 */
                        cutover?: string;
                        external_id?: string | null;
                        /** @description Instead of minutes: until the shop closes so many days later. */
                        hold_days?: number;
                        hold_minutes?: number;
                        /** @description Opening hours by weekday; `dates` holds the days that differ. A missing day is closed. */
                        hours?: {
                            dates?: {
                                [key: string]: {
                                    /** @example 10:00 */
                                    close: string;
                                    /** @example 10:00 */
                                    open: string;
                                }[];
                            };
                            fri?: {
                                /** @example 10:00 */
                                close: string;
                                /** @example 10:00 */
                                open: string;
                            }[];
                            mon?: {
                                /** @example 10:00 */
                                close: string;
                                /** @example 10:00 */
                                open: string;
                            }[];
                            sat?: {
                                /** @example 10:00 */
                                close: string;
                                /** @example 10:00 */
                                open: string;
                            }[];
                            sun?: {
                                /** @example 10:00 */
                                close: string;
                                /** @example 10:00 */
                                open: string;
                            }[];
                            thu?: {
                                /** @example 10:00 */
                                close: string;
                                /** @example 10:00 */
                                open: string;
                            }[];
                            tue?: {
                                /** @example 10:00 */
                                close: string;
                                /** @example 10:00 */
                                open: string;
                            }[];
                            wed?: {
                                /** @example 10:00 */
                                close: string;
                                /** @example 10:00 */
                                open: string;
                            }[];
                        };
                        kind: "shop" | "warehouse" | "popup" | "restaurant" | "office" | "dealer";
                        latitude?: number | null;
                        longitude?: number | null;
                        name: string;
                        name_en?: string | null;
                        name_kana?: string | null;
                        /** @description Sets goods aside to be paid for in the shop (お取り置き). */
                        offers_holds?: boolean;
                        offers_order_ahead?: boolean;
                        offers_pickup?: boolean;
                        opens_on?: string | null;
                        order_ahead_minutes?: number;
                        order_ahead_paused_until?: string | null;
                        phone?: string | null;
                        /** @example 05:00 */
                        pickup_cutoff?: string;
                        /** @description How many open days are offered for collection. */
                        pickup_days?: number;
                        pickup_keep_days?: number;
                        pickup_ready_minutes?: number;
                        /** @description Collection in windows of so many minutes; 0 offers each day whole. */
                        pickup_window_minutes?: number;
                        postal_code?: string | null;
                        prefecture?: string | null;
                        returns_to_place_id?: string | null;
                        ships_ec?: boolean;
                        time_zone?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            active: boolean;
                            address: string | null;
                            /** @description Ways to pay that orders collected here do not take (cash_on_delivery, in_shop, card …). */
                            barred_payments: string[];
                            brand_ids: string[];
                            /** Format: date */
                            business_date: string;
                            city: string | null;
                            closes_at: string | null;
                            closes_on: string | null;
                            /** @example 05:00 */
                            cutover: string;
                            distance_metres: number | null;
                            external_id: string | null;
                            /** @description Instead of minutes: until the shop closes so many days later. */
                            hold_days: number;
                            hold_minutes: number;
                            /** @description Opening hours by weekday; `dates` holds the days that differ. A missing day is closed. */
                            hours: {
                                dates?: {
                                    [key: string]: {
                                        /** @example 10:00 */
                                        close: string;
                                        /** @example 10:00 */
                                        open: string;
                                    }[];
                                };
                                fri?: {
                                    /** @example 10:00 */
                                    close: string;
                                    /** @example 10:00 */
                                    open: string;
                                }[];
                                mon?: {
                                    /** @example 10:00 */
                                    close: string;
                                    /** @example 10:00 */
                                    open: string;
                                }[];
                                sat?: {
                                    /** @example 10:00 */
                                    close: string;
                                    /** @example 10:00 */
                                    open: string;
                                }[];
                                sun?: {
                                    /** @example 10:00 */
                                    close: string;
                                    /** @example 10:00 */
                                    open: string;
                                }[];
                                thu?: {
                                    /** @example 10:00 */
                                    close: string;
                                    /** @example 10:00 */
                                    open: string;
                                }[];
                                tue?: {
                                    /** @example 10:00 */
                                    close: string;
                                    /** @example 10:00 */
                                    open: string;
                                }[];
                                wed?: {
                                    /** @example 10:00 */
                                    close: string;
                                    /** @example 10:00 */
                                    open: string;
                                }[];
                            };
                            kind: "shop" | "warehouse" | "popup" | "restaurant" | "office" | "dealer";
                            latitude: number | null;
                            longitude: number | null;
                            name: string;
                            name_en: string | null;
                            name_kana: string | null;
                            /** @description Sets goods aside to be paid for in the shop (お取り置き). */
                            offers_holds: boolean;
                            offers_order_ahead: boolean;
                            offers_pickup: boolean;
                            open_now: boolean;
                            opens_at: string | null;
                            opens_on: string | null;
                            order_ahead_minutes: number;
                            order_ahead_paused_until: string | null;
                            phone: string | null;
                            pickup: {
                                cutoff: string;
                                /** Format: date */
                                date: string;
                                /** Format: date */
                                last_day: string;
                                /** Format: date-time */
                                ready_at: string;
                            } | null;
                            /** @example 05:00 */
                            pickup_cutoff: string;
                            /** @description How many open days are offered for collection. */
                            pickup_days: number;
                            pickup_keep_days: number;
                            pickup_ready_minutes: number;
                            /** @description Collection in windows of so many minutes; 0 offers each day whole. */
                            pickup_window_minutes: number;
                            /** Format: uuid */
                            place_id: string;
                            postal_code: string | null;
                            prefecture: string | null;
                            returns_to_place_id: string | null;
                            ships_ec: boolean;
                            time_zone: string;
                            version: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stores/places/{place_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One place */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Our id, or `ext:` and the retailer’s own. */
                    place_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            active: boolean;
                            address: string | null;
                            /** @description Ways to pay that orders collected here do not take (cash_on_delivery, in_shop, card …). */
                            barred_payments: string[];
                            brand_ids: string[];
                            /** Format: date */
                            business_date: string;
                            city: string | null;
                            closes_at: string | null;
                            closes_on: string | null;
                            /** @example 05:00 */
                            cutover: string;
                            distance_metres: number | null;
                            external_id: string | null;
                            /** @description Instead of minutes: until the shop closes so many days later. */
                            hold_days: number;
                            hold_minutes: number;
                            /** @description Opening hours by weekday; `dates` holds the days that differ. A missing day is closed. */
                            hours: {
                                dates?: {
                                    [key: string]: {
                                        /** @example 10:00 */
                                        close: string;
                                        /** @example 10:00 */
                                        open: string;
                                    }[];
                                };
                                fri?: {
                                    /** @example 10:00 */
                                    close: string;
                                    /** @example 10:00 */
                                    open: string;
                                }[];
                                mon?: {
                                    /** @example 10:00 */
                                    close: string;
                                    /** @example 10:00 */
                                    open: string;
                                }[];
                                sat?: {
                                    /** @example 10:00 */
                                    close: string;
                                    /** @example 10:00 */
                                    open: string;
                                }[];
                                sun?: {
                                    /** @example 10:00 */
                                    close: string;
                                    /** @example 10:00 */
                                    open: string;
                                }[];
                                thu?: {
                                    /** @example 10:00 */
                                    close: string;
                                    /** @example 10:00 */
                                    open: string;
                                }[];
                                tue?: {
                                    /** @example 10:00 */
                                    close: string;
                                    /** @example 10:00 */
                                    open: string;
                                }[];
                                wed?: {
                                    /** @example 10:00 */
                                    close: string;
                                    /** @example 10:00 */
                                    open: string;
                                }[];
                            };
                            kind: "shop" | "warehouse" | "popup" | "restaurant" | "office" | "dealer";
                            latitude: number | null;
                            longitude: number | null;
                            name: string;
                            name_en: string | null;
                            name_kana: string | null;
                            /** @description Sets goods aside to be paid for in the shop (お取り置き). */
                            offers_holds: boolean;
                            offers_order_ahead: boolean;
                            offers_pickup: boolean;
                            open_now: boolean;
                            opens_at: string | null;
                            opens_on: string | null;
                            order_ahead_minutes: number;
                            order_ahead_paused_until: string | null;
                            phone: string | null;
                            pickup: {
                                cutoff: string;
                                /** Format: date */
                                date: string;
                                /** Format: date */
                                last_day: string;
                                /** Format: date-time */
                                ready_at: string;
                            } | null;
                            /** @example 05:00 */
                            pickup_cutoff: string;
                            /** @description How many open days are offered for collection. */
                            pickup_days: number;
                            pickup_keep_days: number;
                            pickup_ready_minutes: number;
                            /** @description Collection in windows of so many minutes; 0 offers each day whole. */
                            pickup_window_minutes: number;
                            /** Format: uuid */
                            place_id: string;
                            postal_code: string | null;
                            prefecture: string | null;
                            returns_to_place_id: string | null;
                            ships_ec: boolean;
                            time_zone: string;
                            version: number;
                        };
                    };
                };
            };
        };
        /** Write a place whole */
        put: {
            parameters: {
                query?: never;
                header?: {
                    "if-match"?: string;
                };
                path: {
                    /** @description Our id, or `ext:` and the retailer’s own. */
                    place_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        active?: boolean;
                        address?: string | null;
                        /** @description Ways to pay that orders collected here do not take (cash_on_delivery, in_shop, card …). */
                        barred_payments?: string[];
                        brand_ids?: string[];
                        city?: string | null;
                        closes_on?: string | null;
                        /** @example 05:00 */
                        cutover?: string;
                        external_id?: string | null;
                        /** @description Instead of minutes: until the shop closes so many days later. */
                        hold_days?: number;
                        hold_minutes?: number;
                        /** @description Opening hours by weekday; `dates` holds the days that differ. A missing day is closed. */
                        hours?: {
                            dates?: {
                                [key: string]: {
                                    /** @example 10:00 */
                                    close: string;
                                    /** @example 10:00 */
                                    open: string;
                                }[];
                            };
                            fri?: {
                                /** @example 10:00 */
                                close: string;
                                /** @example 10:00 */
                                open: string;
                            }[];
                            mon?: {
                                /** @example 10:00 */
                                close: string;
                                /** @example 10:00 */
                                open: string;
                            }[];
                            sat?: {
                                /** @example 10:00 */
                                close: string;
                                /** @example 10:00 */
                                open: string;
                            }[];
                            sun?: {
                                /** @example 10:00 */
                                close: string;
                                /** @example 10:00 */
                                open: string;
                            }[];
                            thu?: {
                                /** @example 10:00 */
                                close: string;
                                /** @example 10:00 */
                                open: string;
                            }[];
                            tue?: {
                                /** @example 10:00 */
                                close: string;
                                /** @example 10:00 */
                                open: string;
                            }[];
                            wed?: {
                                /** @example 10:00 */
                                close: string;
                                /** @example 10:00 */
                                open: string;
                            }[];
                        };
                        kind: "shop" | "warehouse" | "popup" | "restaurant" | "office" | "dealer";
                        latitude?: number | null;
                        longitude?: number | null;
                        name: string;
                        name_en?: string | null;
                        name_kana?: string | null;
                        /** @description Sets goods aside to be paid for in the shop (お取り置き). */
                        offers_holds?: boolean;
                        offers_order_ahead?: boolean;
                        offers_pickup?: boolean;
                        opens_on?: string | null;
                        order_ahead_minutes?: number;
                        order_ahead_paused_until?: string | null;
                        phone?: string | null;
                        /** @example 05:00 */
                        pickup_cutoff?: string;
                        /** @description How many open days are offered for collection. */
                        pickup_days?: number;
                        pickup_keep_days?: number;
                        pickup_ready_minutes?: number;
                        /** @description Collection in windows of so many minutes; 0 offers each day whole. */
                        pickup_window_minutes?: number;
                        postal_code?: string | null;
                        prefecture?: string | null;
                        returns_to_place_id?: string | null;
                        ships_ec?: boolean;
                        time_zone?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            active: boolean;
                            address: string | null;
                            /** @description Ways to pay that orders collected here do not take (cash_on_delivery, in_shop, card …). */
                            barred_payments: string[];
                            brand_ids: string[];
                            /** Format: date */
                            business_date: string;
                            city: string | null;
                            closes_at: string | null;
                            closes_on: string | null;
                            /** @example 05:00 */
                            cutover: string;
                            distance_metres: number | null;
                            external_id: string | null;
                            /** @description Instead of minutes: until the shop closes so many days later. */
                            hold_days: number;
                            hold_minutes: number;
                            /** @description Opening hours by weekday; `dates` holds the days that differ. A missing day is closed. */
                            hours: {
                                dates?: {
                                    [key: string]: {
                                        /** @example 10:00 */
                                        close: string;
                                        /** @example 10:00 */
                                        open: string;
                                    }[];
                                };
                                fri?: {
                                    /** @example 10:00 */
                                    close: string;
                                    /** @example 10:00 */
                                    open: string;
                                }[];
                                mon?: {
                                    /** @example 10:00 */
                                    close: string;
                                    /** @example 10:00 */
                                    open: string;
                                }[];
                                sat?: {
                                    /** @example 10:00 */
                                    close: string;
                                    /** @example 10:00 */
                                    open: string;
                                }[];
                                sun?: {
                                    /** @example 10:00 */
                                    close: string;
                                    /** @example 10:00 */
                                    open: string;
                                }[];
                                thu?: {
                                    /** @example 10:00 */
                                    close: string;
                                    /** @example 10:00 */
                                    open: string;
                                }[];
                                tue?: {
                                    /** @example 10:00 */
                                    close: string;
                                    /** @example 10:00 */
                                    open: string;
                                }[];
                                wed?: {
                                    /** @example 10:00 */
                                    close: string;
                                    /** @example 10:00 */
                                    open: string;
                                }[];
                            };
                            kind: "shop" | "warehouse" | "popup" | "restaurant" | "office" | "dealer";
                            latitude: number | null;
                            longitude: number | null;
                            name: string;
                            name_en: string | null;
                            name_kana: string | null;
                            /** @description Sets goods aside to be paid for in the shop (お取り置き). */
                            offers_holds: boolean;
                            offers_order_ahead: boolean;
                            offers_pickup: boolean;
                            open_now: boolean;
                            opens_at: string | null;
                            opens_on: string | null;
                            order_ahead_minutes: number;
                            order_ahead_paused_until: string | null;
                            phone: string | null;
                            pickup: {
                                cutoff: string;
                                /** Format: date */
                                date: string;
                                /** Format: date */
                                last_day: string;
                                /** Format: date-time */
                                ready_at: string;
                            } | null;
                            /** @example 05:00 */
                            pickup_cutoff: string;
                            /** @description How many open days are offered for collection. */
                            pickup_days: number;
                            pickup_keep_days: number;
                            pickup_ready_minutes: number;
                            /** @description Collection in windows of so many minutes; 0 offers each day whole. */
                            pickup_window_minutes: number;
                            /** Format: uuid */
                            place_id: string;
                            postal_code: string | null;
                            prefecture: string | null;
                            returns_to_place_id: string | null;
                            ships_ec: boolean;
                            time_zone: string;
                            version: number;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change some of what is known of a place */
        patch: {
            parameters: {
                query?: never;
                header?: {
                    "if-match"?: string;
                };
                path: {
                    /** @description Our id, or `ext:` and the retailer’s own. */
                    place_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        active?: boolean;
                        address?: string | null;
                        /** @description Ways to pay that orders collected here do not take (cash_on_delivery, in_shop, card …). */
                        barred_payments?: string[];
                        brand_ids?: string[];
                        city?: string | null;
                        closes_on?: string | null;
                        /** @example 05:00 */
                        cutover?: string;
                        external_id?: string | null;
                        /** @description Instead of minutes: until the shop closes so many days later. */
                        hold_days?: number;
                        hold_minutes?: number;
                        /** @description Opening hours by weekday; `dates` holds the days that differ. A missing day is closed. */
                        hours?: {
                            dates?: {
                                [key: string]: {
                                    /** @example 10:00 */
                                    close: string;
                                    /** @example 10:00 */
                                    open: string;
                                }[];
                            };
                            fri?: {
                                /** @example 10:00 */
                                close: string;
                                /** @example 10:00 */
                                open: string;
                            }[];
                            mon?: {
                                /** @example 10:00 */
                                close: string;
                                /** @example 10:00 */
                                open: string;
                            }[];
                            sat?: {
                                /** @example 10:00 */
                                close: string;
                                /** @example 10:00 */
                                open: string;
                            }[];
                            sun?: {
                                /** @example 10:00 */
                                close: string;
                                /** @example 10:00 */
                                open: string;
                            }[];
                            thu?: {
                                /** @example 10:00 */
                                close: string;
                                /** @example 10:00 */
                                open: string;
                            }[];
                            tue?: {
                                /** @example 10:00 */
                                close: string;
                                /** @example 10:00 */
                                open: string;
                            }[];
                            wed?: {
                                /** @example 10:00 */
                                close: string;
                                /** @example 10:00 */
                                open: string;
                            }[];
                        };
                        kind?: "shop" | "warehouse" | "popup" | "restaurant" | "office" | "dealer";
                        latitude?: number | null;
                        longitude?: number | null;
                        name?: string;
                        name_en?: string | null;
                        name_kana?: string | null;
                        /** @description Sets goods aside to be paid for in the shop (お取り置き). */
                        offers_holds?: boolean;
                        offers_order_ahead?: boolean;
                        offers_pickup?: boolean;
                        opens_on?: string | null;
                        order_ahead_minutes?: number;
                        order_ahead_paused_until?: string | null;
                        phone?: string | null;
                        /** @example 05:00 */
                        pickup_cutoff?: string;
                        /** @description How many open days are offered for collection. */
                        pickup_days?: number;
                        pickup_keep_days?: number;
                        pickup_ready_minutes?: number;
                        /** @description Collection in windows of so many minutes; 0 offers each day whole. */
                        pickup_window_minutes?: number;
                        postal_code?: string | null;
                        prefecture?: string | null;
                        returns_to_place_id?: string | null;
                        ships_ec?: boolean;
                        time_zone?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            active: boolean;
                            address: string | null;
                            /** @description Ways to pay that orders collected here do not take (cash_on_delivery, in_shop, card …). */
                            barred_payments: string[];
                            brand_ids: string[];
                            /** Format: date */
                            business_date: string;
                            city: string | null;
                            closes_at: string | null;
                            closes_on: string | null;
                            /** @example 05:00 */
                            cutover: string;
                            distance_metres: number | null;
                            external_id: string | null;
                            /** @description Instead of minutes: until the shop closes so many days later. */
                            hold_days: number;
                            hold_minutes: number;
                            /** @description Opening hours by weekday; `dates` holds the days that differ. A missing day is closed. */
                            hours: {
                                dates?: {
                                    [key: string]: {
                                        /** @example 10:00 */
                                        close: string;
                                        /** @example 10:00 */
                                        open: string;
                                    }[];
                                };
                                fri?: {
                                    /** @example 10:00 */
                                    close: string;
                                    /** @example 10:00 */
                                    open: string;
                                }[];
                                mon?: {
                                    /** @example 10:00 */
                                    close: string;
                                    /** @example 10:00 */
                                    open: string;
                                }[];
                                sat?: {
                                    /** @example 10:00 */
                                    close: string;
                                    /** @example 10:00 */
                                    open: string;
                                }[];
                                sun?: {
                                    /** @example 10:00 */
                                    close: string;
                                    /** @example 10:00 */
                                    open: string;
                                }[];
                                thu?: {
                                    /** @example 10:00 */
                                    close: string;
                                    /** @example 10:00 */
                                    open: string;
                                }[];
                                tue?: {
                                    /** @example 10:00 */
                                    close: string;
                                    /** @example 10:00 */
                                    open: string;
                                }[];
                                wed?: {
                                    /** @example 10:00 */
                                    close: string;
                                    /** @example 10:00 */
                                    open: string;
                                }[];
                            };
                            kind: "shop" | "warehouse" | "popup" | "restaurant" | "office" | "dealer";
                            latitude: number | null;
                            longitude: number | null;
                            name: string;
                            name_en: string | null;
                            name_kana: string | null;
                            /** @description Sets goods aside to be paid for in the shop (お取り置き). */
                            offers_holds: boolean;
                            offers_order_ahead: boolean;
                            offers_pickup: boolean;
                            open_now: boolean;
                            opens_at: string | null;
                            opens_on: string | null;
                            order_ahead_minutes: number;
                            order_ahead_paused_until: string | null;
                            phone: string | null;
                            pickup: {
                                cutoff: string;
                                /** Format: date */
                                date: string;
                                /** Format: date */
                                last_day: string;
                                /** Format: date-time */
                                ready_at: string;
                            } | null;
                            /** @example 05:00 */
                            pickup_cutoff: string;
                            /** @description How many open days are offered for collection. */
                            pickup_days: number;
                            pickup_keep_days: number;
                            pickup_ready_minutes: number;
                            /** @description Collection in windows of so many minutes; 0 offers each day whole. */
                            pickup_window_minutes: number;
                            /** Format: uuid */
                            place_id: string;
                            postal_code: string | null;
                            prefecture: string | null;
                            returns_to_place_id: string | null;
                            ships_ec: boolean;
                            time_zone: string;
                            version: number;
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/v1/stores/places/{place_id}/order-ahead": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Pause or resume orders ahead for a shop */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    place_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description null: orders are taken again. */
                        paused_until: string | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            paused_until: string | null;
                            /** Format: uuid */
                            place_id: string;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stores/places/{place_id}/pickup-windows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Dates and windows offered for collection to an order given now */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    place_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            cutoff: string;
                            items: {
                                /** Format: date */
                                date: string;
                                /** Format: date-time */
                                from: string;
                                /** Format: date-time */
                                until: string;
                            }[];
                            next: null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stores/postal-codes/{postal_code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The towns of a postal code; several may share one */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    postal_code: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                city: string;
                                postal_code: string;
                                prefecture: string;
                                town: string;
                                town_kana: string | null;
                            }[];
                            next: null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stores/posters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Posters of my shops, newest first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                active: boolean;
                                code: string;
                                /** Format: date-time */
                                created_at: string;
                                /** @description What its QR code holds. */
                                join_url: string;
                                name: string;
                                /** Format: uuid */
                                place_id: string;
                                /** Format: uuid */
                                poster_id: string;
                            }[];
                            next: null;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Make a poster of a place with its own code */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description One already printed; ours by default. */
                        code?: string;
                        name: string;
                        /** Format: uuid */
                        place_id: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            active: boolean;
                            code: string;
                            /** Format: date-time */
                            created_at: string;
                            /** @description What its QR code holds. */
                            join_url: string;
                            name: string;
                            /** Format: uuid */
                            place_id: string;
                            /** Format: uuid */
                            poster_id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stores/posters/{poster_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A poster ready to print, with its QR code */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    poster_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            active: boolean;
                            code: string;
                            /** Format: date-time */
                            created_at: string;
                            /** @description What its QR code holds. */
                            join_url: string;
                            name: string;
                            /** Format: uuid */
                            place_id: string;
                            place_name: string;
                            place_name_en: string | null;
                            /** Format: uuid */
                            poster_id: string;
                            qr_svg: string;
                            words: {
                                en: string;
                                ja: string;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Rename a poster, or take it down */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    poster_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        active?: boolean;
                        name?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            active: boolean;
                            code: string;
                            /** Format: date-time */
                            created_at: string;
                            /** @description What its QR code holds. */
                            join_url: string;
                            name: string;
                            /** Format: uuid */
                            place_id: string;
                            /** Format: uuid */
                            poster_id: string;
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/v1/stores/posters/by-code/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where the poster of this code hangs */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    code: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            code: string;
                            /** Format: uuid */
                            place_id: string;
                            place_name: string;
                            place_name_en: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stores/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What needs a person, oldest first */
        get: {
            parameters: {
                query: {
                    after?: string;
                    kind?: string;
                    limit: number;
                    place_id?: string;
                    state: "open" | "resolved";
                    subject_id?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** @description Ids and figures of what happened, by kind. */
                                detail: {
                                    [key: string]: unknown;
                                };
                                due_at: string | null;
                                kind: string;
                                opened_at: string;
                                outcome: string | null;
                                place_id: string | null;
                                reason: string | null;
                                resolved_at: string | null;
                                role: string;
                                staff_id: string | null;
                                state: "open" | "resolved";
                                /** Format: uuid */
                                subject_id: string;
                                subject_kind: string;
                                /** Format: uuid */
                                task_id: string;
                                version: number;
                            }[];
                            next: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stores/tasks/{task_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One task */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    task_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Ids and figures of what happened, by kind. */
                            detail: {
                                [key: string]: unknown;
                            };
                            due_at: string | null;
                            kind: string;
                            opened_at: string;
                            outcome: string | null;
                            place_id: string | null;
                            reason: string | null;
                            resolved_at: string | null;
                            role: string;
                            staff_id: string | null;
                            state: "open" | "resolved";
                            /** Format: uuid */
                            subject_id: string;
                            subject_kind: string;
                            /** Format: uuid */
                            task_id: string;
                            version: number;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stores/tasks/{task_id}/assignment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a task, or give it to a colleague */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    task_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        staff_id?: string | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Ids and figures of what happened, by kind. */
                            detail: {
                                [key: string]: unknown;
                            };
                            due_at: string | null;
                            kind: string;
                            opened_at: string;
                            outcome: string | null;
                            place_id: string | null;
                            reason: string | null;
                            resolved_at: string | null;
                            role: string;
                            staff_id: string | null;
                            state: "open" | "resolved";
                            /** Format: uuid */
                            subject_id: string;
                            subject_kind: string;
                            /** Format: uuid */
                            task_id: string;
                            version: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stores/tasks/{task_id}/resolution": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say how a task ended */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    task_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        outcome: string;
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Ids and figures of what happened, by kind. */
                            detail: {
                                [key: string]: unknown;
                            };
                            due_at: string | null;
                            kind: string;
                            opened_at: string;
                            outcome: string | null;
                            place_id: string | null;
                            reason: string | null;
                            resolved_at: string | null;
                            role: string;
                            staff_id: string | null;
                            state: "open" | "resolved";
                            /** Format: uuid */
                            subject_id: string;
                            subject_kind: string;
                            /** Format: uuid */
                            task_id: string;
                            version: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/track": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Segment HTTP Tracking API: track, one event of at most 32 KB */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            success: boolean;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: never;
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
