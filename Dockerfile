FROM python:3.11.13-slim-bookworm AS build
WORKDIR /build
COPY requirements.txt .
RUN python -m venv /venv \
 && /venv/bin/pip install --no-cache-dir --require-hashes -r requirements.txt

FROM python:3.11.13-slim-bookworm
ENV PATH=/venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    MUDUO_DATA_DIR=/data
RUN useradd --system --uid 10001 --home-dir /muduo --shell /usr/sbin/nologin muduo \
 && install --directory --owner=muduo --group=muduo /data
COPY --from=build /venv /venv
WORKDIR /muduo
COPY . .
RUN python -m compileall -q .
USER 10001
VOLUME /data
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
  CMD ["python", "-c", "from urllib.request import urlopen; urlopen('http://127.0.0.1:8080/healthz', timeout=4)"]
ENTRYPOINT ["python", "-m", "bot"]
CMD ["run"]
