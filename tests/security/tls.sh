#!/usr/bin/env bash
# The program's own TLS, with a certificate made here, under testssl.sh. What follows from a certificate nobody issued is allowed, nothing else from LOW up.
source "$(dirname "${BASH_SOURCE[0]}")/server.sh"
needs testssl=testssl.sh openssl=openssl jq=jq curl=curl python3=python3
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 90 -subj '/CN=localhost' \
  -addext 'subjectAltName=DNS:localhost,IP:127.0.0.1' -addext 'extendedKeyUsage=serverAuth' -keyout "$work/key.pem" -out "$work/cert.pem" 2>/dev/null
chmod 600 "$work/key.pem"
BASE_SCHEME=https
failed=0
start_server --Kestrel:Certificates:Default:Path "$work/cert.pem" --Kestrel:Certificates:Default:KeyPath "$work/key.pem"
testssl --quiet --color 0 --warnings batch --jsonfile "$work/tls.json" --severity LOW "${BASE#https://}" >"$work/tls.log" 2>&1 || true
cp "$work/tls.json" "$REPORTS/tls.json"
[[ $(jq 'length' "$work/tls.json") -gt 0 ]] || { tail -n 20 "$work/tls.log"; echo 'tls: FAILED, no report'; exit 1; }

# Of the certificate: nobody issued it, so it has no chain, no revocation address, no transparency, no CAA, and is grade T.
allowed='^(cert_chain_of_trust|cert_trust|cert_revocation|cert_crlDistributionPoints|cert_ocspURL|OCSP_stapling|certificate_transparency|DNS_CAArecord|cert_mustStapleExtension|overall_grade|cert_validityPeriod|cert_extlifeSpan|engine_problem|scanTime|grade_cap_reason_.*|final_score)$'
jq -r '.[] | select(.severity == "LOW" or .severity == "MEDIUM" or .severity == "HIGH" or .severity == "CRITICAL" or .severity == "WARN") | "\(.severity) \(.id): \(.finding)"' "$work/tls.json" >"$work/all"
awk -v allowed="$allowed" '{ id = $2; sub(/:$/, "", id); if (id !~ allowed) print }' "$work/all" >"$work/unexplained"
printf '%d findings from LOW up, %d follow from the certificate\n' "$(wc -l <"$work/all")" "$(($(wc -l <"$work/all") - $(wc -l <"$work/unexplained")))"
if [[ -s $work/unexplained ]]; then
  cat "$work/unexplained"
  failed=1
fi
for old in -tls1 -tls1_1; do
  if openssl s_client "$old" -cipher 'ALL:@SECLEVEL=0' -connect "${BASE#https://}" </dev/null >/dev/null 2>&1; then
    echo "the server speaks ${old#-}"
    failed=1
  fi
done
server_is_unhurt || failed=1
((failed == 0)) && echo 'tls: only what a self-made certificate brings' || echo 'tls: FAILED'
exit "$failed"
