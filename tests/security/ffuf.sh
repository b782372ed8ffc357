#!/usr/bin/env bash
# Asks for what must not be there: sources, settings, keys, the database, backups, monitoring, paths that climb. Anonymous and signed in.
# Outside the known routes only 301, 302, 303, 307, 308, 400, 401, 403, 404 and 405 are allowed; methods nobody needs get 404 or 405.
source "$(dirname "${BASH_SOURCE[0]}")/server.sh"
needs ffuf=ffuf curl=curl jq=jq python3=python3

words() {
  local stem suffix
  local stems=(admin api app appsettings appsettings.Development appsettings.Production archive auth backup bin cache cgi-bin config console credentials
    data database db debug deploy directives.csv docker-compose Dockerfile dump env error errors export files global id_rsa import inbox.mbox install key keys
    launchSettings log logs mail manager metrics monitor obj old password passwords phpinfo private register.xlsx release root secret secrets server server-info
    server-status settings setup shell src site sql status swagger system temp test tests tmp token tokens trace upload uploads user users version web web.config
    wp-admin wp-login workflow Workflow.Web workflows)
  local suffixes=('' / .bak .old .orig '~' .swp .zip .tar.gz .7z .sql .json .xml .yml .db .db-wal .sqlite .log .txt .env .dll .pdb .cs .php .aspx .pfx .pem .csproj)
  for stem in "${stems[@]}"; do
    for suffix in "${suffixes[@]}"; do
      printf '%s%s\n' "$stem" "$suffix"
    done
  done
  printf '%s\n' .git .git/HEAD .git/config .gitignore .github/CONTRIBUTING.md .ci/run .svn/entries .hg .DS_Store .env .editorconfig .vs .vscode/settings.json \
    actuator actuator/env health health/live health/ready healthz _framework/debug elmah.axd trace.axd swagger/index.html swagger/v1/swagger.json openapi openapi/v2.json \
    graphql graphiql .well-known/openid-configuration data/workflow.db data/keys data/mail data/files workflow.db-shm keys/ mail/ files/ wwwroot/ Pages/ \
    Workflow.Web.deps.json Workflow.Web.runtimeconfig.json Workflow.Web.staticwebassets.endpoints.json Workflow.sln README.md CHANGELOG.md LICENSE \
    app.js.map site.css.map app.js.br site.css.gz 'app.js~' Resources/Text.resx en/Workflow.Web.resources.dll workflows/chi-thi.json
  local climb target
  for climb in ../ ..%2f %2e%2e/ %2e%2e%2f ..%5c '..\' ..%252f ..%c0%af '..;/' ....// /%00/../ %u002e%u002e/; do
    for target in appsettings.json etc/passwd workflow.db data/workflow.db Workflow.Web.dll; do
      printf '%s%s\n' "$climb" "$target" "$climb$climb$climb$climb$climb$climb" "$target" "files/$climb$climb" "$target" | paste -d '' - -
    done
  done
}

# attack WHO HEADER
attack() {
  ffuf -s -w "$work/words" -u "$BASE/FUZZ" -H "$2" -mc all -fc 301,302,303,307,308,400,401,403,404,405 -t 4 -timeout 20 -of json -o "$work/$1.json" >/dev/null 2>"$work/ffuf.log" \
    || { tail -n 5 "$work/ffuf.log"; return 1; }
  cp "$work/$1.json" "$REPORTS/ffuf-$1.json"
  # What is public on purpose: the description of the API, the packed script and style.
  jq -r '.results[] | "\(.status) \(.length) \(.url)"' "$work/$1.json" | grep -vE ' [^ ]+/(openapi/v1\.json|(app\.js|site\.css)\.(br|gz))$' >"$work/$1.found" || true
  printf '%-14s %5d words, %d found\n' "$1" "$(wc -l <"$work/words")" "$(wc -l <"$work/$1.found")"
  if [[ -s $work/$1.found ]]; then
    head -n 20 "$work/$1.found"
    failed=1
  fi
}

methods() {
  local method path status
  for method in TRACE TRACK CONNECT PUT DELETE PATCH OPTIONS PROPFIND DEBUG FOO; do
    for path in / /sign-in /directives /api/directives /verify /site.css /openapi/v1.json; do
      status=$(curl -sk -o "$work/body" -w '%{http_code}' --max-time 20 -X "$method" -H "$1" "$BASE$path" || true)
      case $status in
        200) [[ $method == OPTIONS ]] || { echo "$method $path answers 200"; failed=1; } ;;
        204 | 301 | 302 | 303 | 400 | 401 | 403 | 404 | 405 | 501) ;;
        *)
          echo "$method $path answers $status"
          failed=1
          ;;
      esac
      if [[ $method == TRACE ]] && grep -qi 'cookie' "$work/body"; then
        echo "TRACE $path gives the request back"
        failed=1
      fi
    done
  done
}

failed=0
start_server
python3 "$here/sign_in.py" "$BASE" >"$work/people"
words | sort -u >"$work/words"
attack anonymous 'X-Nobody: 1'
methods 'X-Nobody: 1'
while IFS=$'\t' read -r role _ cookie <&3; do
  case $role in
    Drafter | Administrator) attack "$role" "Cookie: $cookie" && methods "Cookie: $cookie" ;;
  esac
done 3<"$work/people"
server_is_unhurt || failed=1
((failed == 0)) && echo 'ffuf: nothing outside the known routes' || echo 'ffuf: FAILED'
exit "$failed"
