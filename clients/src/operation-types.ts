// Made from schema/operations by `npm run schema`; never edited by hand.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** What somebody did to the chain of an audit. */
export type AuditDamage =
  /** An entry, its leaf or a seal is missing. */
  | 'DELETED'
  /** An entry is not what was sealed. */
  | 'EDITED'
  /** There are two chains that contradict each other. */
  | 'FORKED'
  /** An entry is not found under all its subjects. */
  | 'HIDDEN'
  /** An entry stands where none was sealed. */
  | 'INSERTED'
  /** The hash of an entry is not the one that was sealed. */
  | 'LEAF_ALTERED'
  /** The second store lacks a seal. */
  | 'NOT_KEPT'
  /** Entries changed places. */
  | 'REORDERED'
  /** A seal is not the one that was signed. */
  | 'SEAL_ALTERED'
  /** A signature is not of its seal, or of a key that nobody knows. */
  | 'SIGNATURE_WRONG'
  /** The end of the chain is missing; the second store has it. */
  | 'TRUNCATED'
  /** An entry is not under a seal though it should be. */
  | 'UNSEALED';

/** How a request was decided. */
export type AuditDecision =
  /** It was done or told. */
  | 'ALLOWED'
  /** It was refused; `reason` says why. */
  | 'REFUSED';

/** Whether something was done or read. */
export type AuditKind =
  /** Something personal was told to the caller. */
  | 'READ'
  /** A command was given. */
  | 'WRITE';

/** Which kind of welfare resource (PSKS) may win; judged separately. */
export type CompetitionCategory =
  /** Village youth social organization (Karang Taruna). */
  | 'KARANG_TARUNA'
  /** Social welfare institution (Lembaga Kesejahteraan Sosial). */
  | 'LKS'
  /** Community social worker (Pekerja Sosial Masyarakat). */
  | 'PSM'
  /** Disaster response cadet (Taruna Siaga Bencana). */
  | 'TAGANA'
  /** Sub-district welfare worker (Tenaga Kesejahteraan Sosial Kecamatan). */
  | 'TKSK';

/** What can be done with a competition. */
export type CompetitionCommand =
  /** `amendCompetition` */
  | 'AMEND'
  /** `announceWinners` */
  | 'ANNOUNCE'
  /** `appointJuror` */
  | 'APPOINT_JUROR'
  /** `cancelCompetition` */
  | 'CANCEL'
  /** `closeNominations` */
  | 'CLOSE_NOMINATIONS'
  /** `decideWinners` */
  | 'DECIDE'
  /** `finalizeCompetition` */
  | 'FINALIZE'
  /** `openNominations` */
  | 'OPEN_NOMINATIONS'
  /** `presentAwards` */
  | 'PRESENT'
  /** `promoteWinners` */
  | 'PROMOTE'
  /** `publishCompetition` */
  | 'PUBLISH'
  /** `computeRanking` */
  | 'RANK'
  /** `sealStage` */
  | 'SEAL_STAGE'
  /** `startJudging` */
  | 'START_JUDGING';

/** Where a competition stands. */
export type CompetitionStatus =
  /** The winners are known; there is time to object (masa sanggah). */
  | 'ANNOUNCED'
  /** Called off. */
  | 'CANCELLED'
  /** The places are decided, not announced. */
  | 'DECIDED'
  /** Being prepared; only its organizer sees it. */
  | 'DRAFT'
  /** The result stands. */
  | 'FINAL'
  /** Jurors fill in their score sheets, stage by stage. */
  | 'JUDGING'
  /** No more nominations are taken. */
  | 'NOMINATION_CLOSED'
  /** Nominations are taken. */
  | 'NOMINATION_OPEN'
  /** The best went on to the competition above. */
  | 'PROMOTED'
  /** Known with its rules, which are fixed now. */
  | 'PUBLISHED'
  /** The ranking is computed from the sealed sheets; the meeting has not decided. */
  | 'RANKED';

/** The level a competition is held at. */
export type CompetitionTier =
  /** District (kecamatan). */
  | 'DISTRICT'
  /** The nation. */
  | 'NATIONAL'
  /** Province (provinsi). */
  | 'PROVINCE'
  /** Regency or city (kabupaten/kota). */
  | 'REGENCY';

/** How a stated count is meant. */
export type CountQualifier =
  /** About so many, such as "400-an": 400 up to 499. */
  | 'APPROXIMATE'
  /** So many or more. */
  | 'AT_LEAST'
  /** Exactly so many. */
  | 'EXACT';

/** What a nominee was checked for: a rule of the competition, or whether it may enter at all. */
export type EligibilityCheckKind =
  /** It is registered and active. */
  | 'ACTIVE_REGISTRATION'
  /** It is of the competition’s category and seated inside its region. */
  | 'ADMISSIBLE'
  /** It handled enough cases. */
  | 'CASES_HANDLED'
  /** It is among the best of the tier below. */
  | 'CHAMPION_OF_LOWER_TIER'
  /** Its class is high enough. */
  | 'CLASS_AT_LEAST'
  /** Its board is in office. */
  | 'CONFIRMED_BOARD_ON'
  /** It won no award lately. */
  | 'NOT_WINNER_WITHIN'
  /** It is not suspended. */
  | 'NO_SUSPENSION'
  /** Enough of its participants were certified. */
  | 'TRAINING_COMPLETED';

/** How a rule was answered. */
export type EligibilityOutcome =
  /** Not met. */
  | 'FAIL'
  /** Met. */
  | 'PASS'
  /** Not known here yet; the organizer looks into it. */
  | 'UNKNOWN';

/** What a competition may demand of its nominees. */
export type EligibilityRuleKind =
  /** It is registered and active. */
  | 'ACTIVE_REGISTRATION'
  /** It handled at least `min` closed cases, since `sinceMonth` when given. */
  | 'CASES_HANDLED'
  /** It is among the best of a competition that leads up to this one. */
  | 'CHAMPION_OF_LOWER_TIER'
  /** A Karang Taruna of at least the class `class`. */
  | 'CLASS_AT_LEAST'
  /** Its board is in office by decree, on the day `on` or else on that of the nomination. */
  | 'CONFIRMED_BOARD_ON'
  /** It won no award in the last `years` years. */
  | 'NOT_WINNER_WITHIN'
  /** It is not suspended. */
  | 'NO_SUSPENSION'
  /** At least `min` of its participants were certified (Bimtek), within `withinMonths` when given. */
  | 'TRAINING_COMPLETED';

/** A time zone of Indonesia. */
export type IndonesianTimeZone =
  /** Western, UTC+7 (Asia/Jakarta). */
  | 'WIB'
  /** Eastern, UTC+9 (Asia/Jayapura). */
  | 'WIT'
  /** Central, UTC+8 (Asia/Makassar). */
  | 'WITA';

/** What a stage of judging looks at. */
export type JudgingStageKind =
  /** The papers that were handed in (seleksi administrasi). */
  | 'ADMINISTRATIVE'
  /** A visit to the place (verifikasi lapangan). */
  | 'FIELD_VERIFICATION'
  /** Questions and answers (wawancara). */
  | 'INTERVIEW'
  /** A written work (makalah). */
  | 'PAPER'
  /** What is shown and told (pemaparan). */
  | 'PRESENTATION';

/** What can be done about a juror. */
export type JurorCommand =
  /** `declareConflict` */
  | 'DECLARE_CONFLICT'
  /** `recuseJuror` */
  | 'RECUSE';

/** What somebody is in a jury. */
export type JurorRole =
  /** Leads it (ketua dewan juri); may give a sheet back to its juror. */
  | 'CHAIR'
  /** Judges. */
  | 'MEMBER';

/** The organization that is nominated, and for what. */
export type NominateOrganizationInput = {
  /** The competition. */
  readonly competitionId: string;
  /** Made by the client, once per intended change. */
  readonly idempotencyKey: string;
  /** The organization. */
  readonly organizationId: string;
  /** Where the organization is seated; needed only while the register has not told of it here. */
  readonly regionCode?: string | null | undefined;
  /** Who takes part for it (perwakilan). */
  readonly representatives?: ReadonlyArray<RepresentativeInput>;
};

/** What can be done with a nomination. */
export type NominationCommand =
  /** `nameRepresentatives` */
  | 'NAME_REPRESENTATIVES'
  /** `reviewNomination` */
  | 'REVIEW'
  /** `withdrawNomination` */
  | 'WITHDRAW';

/** Where a nomination stands. */
export type NominationStatus =
  /** The nominee meets every rule. */
  | 'ELIGIBLE'
  /** The nominee does not meet a rule. */
  | 'INELIGIBLE'
  /** A rule cannot be answered from what is known; the organizer decides. */
  | 'NEEDS_REVIEW'
  /** Handed in, not judged yet. */
  | 'SUBMITTED'
  /** It took part and won no place. */
  | 'UNPLACED'
  /** It won a place. */
  | 'WINNER'
  /** Taken back. */
  | 'WITHDRAWN';

/** Class of a Karang Taruna, the lowest first (klasifikasi; Permensos 25/2019, article 23). */
export type OrganizationClass =
  /** Developing: board complete, programme written and regular. */
  | 'BERKEMBANG'
  /** Advanced: complete, with continuous programmes. */
  | 'MAJU'
  /** Model: self-reliant, an example to others. */
  | 'PERCONTOHAN'
  /** Growing: a board exists, activities are incidental. */
  | 'TUMBUH';

/** Why an event waits for an operator. */
export type ParkReason =
  /** One of its key before it waits. */
  | 'BEHIND'
  /** What it should bring about failed again and again. */
  | 'FAILED'
  /** An event before it is missing. */
  | 'GAP'
  /** It breaks its contract, or nobody here knows its kind yet. */
  | 'INVALID'
  /** It cannot be read. */
  | 'MALFORMED';

/** Somebody who takes part for a nominee. */
export type RepresentativeInput = {
  /** Initials, such as `A. B.`: no names are kept here. */
  readonly initials: string;
  /** `ofr_…` of an officer of the board. */
  readonly officerId?: string | null | undefined;
};

/** Where a score sheet stands. */
export type ScoreSheetStatus =
  /** Not waited for: the juror does not judge this nominee. */
  | 'EXCUSED'
  /** To be filled in. */
  | 'OPEN'
  /** Fixed, in the chain of its stage. */
  | 'SEALED'
  /** Handed in; the chair of the jury may give it back. */
  | 'SUBMITTED';

/** What parted equal totals. */
export type TieBreakKind =
  /** The value of a criterion, the heaviest first. */
  | 'CRITERION'
  /** The score of the visit (verifikasi lapangan). */
  | 'FIELD_VERIFICATION';

/** An endpoint to be sent events. */
export type CreateEventSubscriptionInput = {
  /** URL by https, of a name or address of the public internet, port 443 or 8443, without password and fragment. It cannot be changed: subscribe anew. */
  readonly endpoint: string;
  /** Made by the client, once per intended change. */
  readonly idempotencyKey: string;
  /** How events follow one another. */
  readonly mode?: EventDeliveryMode;
  /** What its office calls it, 2 to 100 characters. */
  readonly name: string;
  /** Events of this region alone; your whole region if absent. */
  readonly regionCode?: string | null | undefined;
  /** How to sign. */
  readonly signatures?: ReadonlyArray<EventSignature>;
  /** Kinds of events, each exactly or as `training.*`, `training.certificate.*`. */
  readonly types: ReadonlyArray<string>;
};

/** Whether an endpoint is sent anything now. */
export type EndpointCircuit =
  /** It is. */
  | 'CLOSED'
  /** One delivery is let through, to see whether it is back. */
  | 'HALF_OPEN'
  /** It failed several times in a row, and is left alone for a while. */
  | 'OPEN';

/** Who may be told of a kind of event. */
export type EventAudience =
  /** Whose region holds the place of the event, or who acts for an organization that it names. */
  | 'CONCERNED'
  /** Whoever subscribes. */
  | 'EVERYBODY'
  /** Nobody outside; services alone hear it. */
  | 'NOBODY'
  /** The same, of those who work on cases: one case is one person. */
  | 'RESTRICTED';

/** How closely a topic is guarded. */
export type EventDataClass =
  /** Anybody may subscribe: it speaks of organizations, trainings, awards and numbers. */
  | 'PUBLIC'
  /** It speaks of single persons, without their names; for services, and for whom they concern. */
  | 'RESTRICTED';

/** Why an event is sent. */
export type EventDeliveryKind =
  /** It happened. */
  | 'EVENT'
  /** Somebody asked for it again. */
  | 'REPLAY'
  /** Somebody tries the endpoint out; nothing happened. */
  | 'TEST';

/** How events about one thing follow one another to an endpoint. */
export type EventDeliveryMode =
  /** As soon as possible; `sequence` tells their order. */
  | 'BEST_EFFORT'
  /** One after the other: the next about a thing is sent when the one before it was taken, or given up after three days. Other things do not wait. */
  | 'ORDERED';

/** What an attempt came to: never more of an answer than its class. */
export type EventDeliveryOutcome =
  /** The endpoint took it. */
  | 'ANSWERED_2XX'
  /** It pointed elsewhere; redirects are not followed. */
  | 'ANSWERED_3XX'
  /** It refused. */
  | 'ANSWERED_4XX'
  /** It failed. */
  | 'ANSWERED_5XX'
  /** It wants to be told no more; the subscription is disabled. */
  | 'ANSWERED_410'
  /** It wants to be asked more slowly. */
  | 'ANSWERED_429'
  /** Its name does not lead to the public internet. */
  | 'FORBIDDEN_ADDRESS'
  /** It did not answer in 15 seconds. */
  | 'TIMEOUT'
  /** Its certificate is not vouched for, or not for its name. */
  | 'TLS'
  /** The event is larger than an endpoint is sent. */
  | 'TOO_LARGE'
  /** There was no connection. */
  | 'UNREACHABLE';

/** Where an event is on its way to an endpoint. */
export type EventDeliveryState =
  /** It waits for the one about the same thing before it. */
  | 'BEHIND'
  /** The endpoint took it. */
  | 'DELIVERED'
  /** The subscription ended before it was sent, or the feed keeps the event no longer. */
  | 'DROPPED'
  /** Given up after the last attempt. */
  | 'FAILED'
  /** It is sent as soon as it is due, or is on its way. */
  | 'WAITING';

/** How deliveries are signed, as the Standard Webhooks have it. */
export type EventSignature =
  /** HMAC-SHA256, with a secret that both sides keep (`v1`). */
  | 'V1'
  /** Ed25519; the receiver keeps a public key and nothing secret (`v1a`). */
  | 'V1A';

/** What can be done with a subscription. */
export type EventSubscriptionCommand =
  /** `endEventSubscription` */
  | 'END'
  /** `pauseEventSubscription` */
  | 'PAUSE'
  /** `replayEvents` */
  | 'REPLAY'
  /** `resumeEventSubscription` */
  | 'RESUME'
  /** `rotateEventSubscriptionSecret` */
  | 'ROTATE_SECRET'
  /** `testEventSubscription` */
  | 'TEST'
  /** `verifyEventSubscription` */
  | 'VERIFY';

/** Why a subscription is not active, where no person decided so. */
export type EventSubscriptionReason =
  /** The endpoint pointed elsewhere; redirects are not followed. */
  | 'ANSWERED_3XX'
  /** The endpoint answered with a status of 400 to 499. */
  | 'ANSWERED_4XX'
  /** The endpoint answered with a status of 500 or more. */
  | 'ANSWERED_5XX'
  /** `WebHook-Allowed-Rate` is not a number of deliveries a minute. */
  | 'BAD_RATE'
  /** Nothing that was sent to the endpoint was taken for five days. */
  | 'ENDPOINT_FAILING'
  /** The endpoint answered 410: it is to be told no more. */
  | 'ENDPOINT_GONE'
  /** The name of the endpoint does not lead to the public internet. */
  | 'FORBIDDEN_ADDRESS'
  /** The endpoint did not name who may send: no `WebHook-Allowed-Origin`. */
  | 'NOT_ALLOWED'
  /** The endpoint allows somebody else to send. */
  | 'OTHER_ORIGIN'
  /** The appointment of who subscribed ended. */
  | 'STANDING_ENDED'
  /** The endpoint did not answer in time. */
  | 'TIMEOUT'
  /** The certificate of the endpoint is not vouched for, or not for its name. */
  | 'TLS'
  /** There was no connection to the endpoint. */
  | 'UNREACHABLE';

/** Where a subscription stands. */
export type EventSubscriptionStatus =
  /** Events are sent. */
  | 'ACTIVE'
  /** The event-hub stopped it; `reason` says why. */
  | 'DISABLED'
  /** Over for good. */
  | 'ENDED'
  /** Somebody paused it; what happens meanwhile is sent afterwards. */
  | 'PAUSED'
  /** The endpoint did not agree; `reason` says why. */
  | 'UNVERIFIED'
  /** The endpoint is being asked whether it agrees. */
  | 'VERIFYING';

/** A span of positions in the feed. */
export type FeedSpanInput = {
  /** The first. */
  readonly from: string;
  /** The one behind the last. */
  readonly to: string;
};

/** A service that follows events. */
export type FollowingService =
  /** Competitions and awards. */
  | 'AWARDS'
  /** The hub itself: its feed. */
  | 'EVENT_HUB'
  /** The register. */
  | 'ORGANIZATIONS'
  /** Trainings. */
  | 'TRAINING'
  /** Cases and referrals. */
  | 'WELFARE_CASES';

/** What shall be tried again. */
export type RedriveParkedEventsInput = {
  /** Made by the client, once per intended change. */
  readonly idempotencyKey: string;
  /** Their key, as `eventTraffic` names it. */
  readonly key: string;
  /** The service in which events wait. */
  readonly service: FollowingService;
  /** Their topic, as `eventTraffic` names it. */
  readonly topic: string;
};

/** Events to be sent again, said in one of four ways; 10,000 at most. */
export type ReplayEventsInput = {
  /** Only counts them. */
  readonly dryRun?: boolean;
  /** Ids of events. */
  readonly eventIds?: ReadonlyArray<string> | null | undefined;
  /** Made by the client, once per intended change. */
  readonly idempotencyKey: string;
  /** By when they happened. */
  readonly occurred?: TimeSpanInput | null | undefined;
  /** By their positions. */
  readonly positions?: FeedSpanInput | null | undefined;
  /** By when they were recorded. */
  readonly recorded?: TimeSpanInput | null | undefined;
  /** The subscription, `sub_…`. */
  readonly subscriptionId: string;
};

/** New secrets for a subscription. */
export type RotateEventSubscriptionSecretInput = {
  /** The `version` that the caller saw. */
  readonly expectedVersion: number;
  /** The subscription, `sub_…`. */
  readonly id: string;
  /** Made by the client, once per intended change. */
  readonly idempotencyKey: string;
  /** How many hours the former secret signs beside the new one, 0 to 336: 0 where it leaked. */
  readonly overlapHours?: number;
};

/** A subscription as the caller saw it. */
export type SeenEventSubscriptionInput = {
  /** The `version` that the caller saw. */
  readonly expectedVersion: number;
  /** The subscription, `sub_…`. */
  readonly id: string;
  /** Made by the client, once per intended change. */
  readonly idempotencyKey: string;
};

/** A span of time. */
export type TimeSpanInput = {
  /** Its beginning. */
  readonly from: string;
  /** Its end, not itself. */
  readonly to: string;
};

/** Why messages are missing or held up. */
export type LiveGapReason =
  /** The cursor points to messages that are no longer kept (30 days). */
  | 'CURSOR_EXPIRED'
  /** The cursor is of another log of events. */
  | 'CURSOR_FOREIGN'
  /** A service was restored from a backup: what it said last may not have happened. */
  | 'RESTORED'
  /** Events cannot be heard for the moment. Nothing is lost: what was said meanwhile follows. */
  | 'SOURCE_AWAY'
  /** Events can be heard again. */
  | 'SOURCE_BACK';

/** What personal data may be looked at for (UU PDP 27/2022, articles 16 and 20). */
export type AccessPurpose =
  /** In an emergency that does not wait. */
  | 'BREAK_GLASS'
  /** To help the person. */
  | 'CASE_HANDLING'
  /** To know whether it is the same person. */
  | 'IDENTITY_CHECK'
  /** To limit what became of a breach. */
  | 'INCIDENT'
  /** Because a court or an authority ordered it. */
  | 'LEGAL_ORDER'
  /** To answer what the person asked about their own data. */
  | 'PRIVACY_REQUEST'
  /** To hand the person on to who can help. */
  | 'REFERRAL'
  /** To keep the register of organizations. */
  | 'REGISTRATION'
  /** To look after those who work with persons. */
  | 'SUPERVISION';

/** What an activity is. */
export type ActivityKind =
  /** Advocacy and information. */
  | 'ADVOCACY'
  /** Readiness for disasters and help in them. */
  | 'DISASTER'
  /** Care for the environment. */
  | 'ENVIRONMENT'
  /** Religious life. */
  | 'RELIGIOUS'
  /** Sport and arts. */
  | 'SPORT_ARTS'
  /** Training of its own people. */
  | 'TRAINING'
  /** Productive economic effort (usaha ekonomi produktif). */
  | 'UEP'
  /** Social welfare effort (usaha kesejahteraan sosial). */
  | 'UKS';

/** What became of an activity. */
export type ActivityStatus =
  /** Given up. */
  | 'CANCELLED'
  /** In a programme that is not adopted. */
  | 'DRAFT'
  /** Adopted with its programme. */
  | 'PLANNED'
  /** It took place. */
  | 'REALISED';

/** Where something that was put aside for an organization stands. */
export type AllocationStatus =
  /** Put off to a later fiscal year: an intention, not a commitment. */
  | 'DEFERRED'
  /** Handed over, all of it. */
  | 'HANDED_OVER'
  /** Planned for a fiscal year. */
  | 'PLANNED'
  /** Bought, waiting to be handed over. */
  | 'PROCURED'
  /** Taken back before anything was handed over. */
  | 'WITHDRAWN';

/** How something that was handed over fares. */
export type AssetCondition =
  /** Damaged (rusak). */
  | 'DAMAGED'
  /** In use. */
  | 'IN_USE'
  /** Lost (hilang). */
  | 'LOST'
  /** Given back to the office. */
  | 'RETURNED'
  /** Written off (dihapusbukukan). */
  | 'WRITTEN_OFF';

/** What an assistance programme hands over. */
export type AssistanceItem =
  /** Equipment for music and arts. */
  | 'ARTS_EQUIPMENT'
  /** Furniture. */
  | 'FURNITURE'
  /** Laptop computer. */
  | 'LAPTOP'
  /** Something else; the specification says what. */
  | 'OTHER'
  /** Printer. */
  | 'PRINTER'
  /** Tools for a productive business (usaha ekonomi produktif). */
  | 'PRODUCTION_TOOLS'
  /** Sports equipment. */
  | 'SPORTS_EQUIPMENT'
  /** Vehicle. */
  | 'VEHICLE';

/** What can be done with a board. */
export type BoardCommand =
  /** `confirmBoard` */
  | 'CONFIRM'
  /** `electBoard` */
  | 'ELECT'
  /** `ratifyBoard` */
  | 'RATIFY'
  /** `revokeBoard` */
  | 'REVOKE'
  /** `seatOfficer` */
  | 'SEAT'
  /** `skipRatification` */
  | 'SKIP_RATIFICATION'
  /** `unseatOfficer` */
  | 'UNSEAT'
  /** `withdrawBoard` */
  | 'WITHDRAW';

/** The paper that a board rests on (SK). */
export type BoardDecreeInput = {
  /** In which capacity it was signed. */
  readonly capacity?: Capacity;
  /** Day on which it was issued. */
  readonly issuedOn: string;
  /** Its number, as printed, 3 to 100 characters. */
  readonly number: string;
  /** Which head of government signed it. */
  readonly signatory: BoardSignatory;
};

/** A position on a board; chair, secretary and treasurer are always filled. */
export type BoardPosition =
  /** Member of the advisory council (Majelis Pertimbangan Karang Taruna, MPKT). */
  | 'ADVISOR'
  /** Chair (ketua). */
  | 'CHAIR'
  /** Secretary (sekretaris). */
  | 'SECRETARY'
  /** Head of a section (ketua bidang). */
  | 'SECTION_HEAD'
  /** Member of a section (anggota bidang). */
  | 'SECTION_MEMBER'
  /** Treasurer (bendahara). */
  | 'TREASURER'
  /** Vice chair (wakil ketua). */
  | 'VICE_CHAIR'
  /** Vice secretary (wakil sekretaris). */
  | 'VICE_SECRETARY'
  /** Vice treasurer (wakil bendahara). */
  | 'VICE_TREASURER';

/** The head of government who confirms a board: that of its own level (Permensos 25/2019, articles 36 to 39). */
export type BoardSignatory =
  /** Regent (bupati). */
  | 'BUPATI'
  /** Head of a district (camat). */
  | 'CAMAT'
  /** Governor (gubernur). */
  | 'GUBERNUR'
  /** Head of a village (kepala desa). */
  | 'KEPALA_DESA'
  /** Head of an urban ward (lurah). */
  | 'LURAH'
  /** Minister of social affairs (Menteri Sosial). */
  | 'MENTERI_SOSIAL'
  /** Mayor of a city (wali kota). */
  | 'WALI_KOTA';

/** Where a term of office stands. */
export type BoardStatus =
  /** Put into office by decree (pengukuhan). */
  | 'CONFIRMED'
  /** Being written. */
  | 'DRAFT'
  /** Elected by its forum; not in office. */
  | 'ELECTED'
  /** Its term is over. */
  | 'EXPIRED'
  /** Agreed to by the next higher board (pengesahan), or passed over. */
  | 'RATIFIED'
  /** A later decree put another board in its place before its time. */
  | 'REPLACED'
  /** Taken out of office by decree. */
  | 'REVOKED'
  /** Given up before it came into office. */
  | 'WITHDRAWN';

/** Worth a look; no ground to refuse. */
export type BoardWarning =
  /** Somebody is older than the policy of the day names. */
  | 'OFFICER_ABOVE_AGE_LIMIT'
  /** Somebody lives outside the region of the organization. */
  | 'OFFICER_RESIDES_ELSEWHERE'
  /** The decree names another term than the policy of its day. */
  | 'TERM_DIFFERS_FROM_POLICY';

/** In which capacity a post is held or a paper signed. */
export type Capacity =
  /** For good (definitif). */
  | 'DEFINITIVE'
  /** Caretaker of an office of head of government (Penjabat, Pj). */
  | 'PJ'
  /** Acting while the holder is away (Pelaksana Harian, Plh). */
  | 'PLH'
  /** Acting while the post is vacant (Pelaksana Tugas, Plt). */
  | 'PLT';

/** Where a classification stands. */
export type ClassificationStatus =
  /** The class holds by decree (penetapan). */
  | 'DETERMINED'
  /** Begun; no scores yet. */
  | 'DRAFT'
  /** Six scores are given. */
  | 'SCORED'
  /** Another classification of the same year took its place. */
  | 'SUPERSEDED'
  /** The class holds; the organization objects (keberatan). */
  | 'UNDER_OBJECTION'
  /** Another hand bore the scores out. */
  | 'VERIFIED';

/** The confirmation of a board by decree (pengukuhan). */
export type ConfirmBoardInput = {
  /** The decree. */
  readonly decree: BoardDecreeInput;
  /** The `version` that the caller saw. */
  readonly expectedVersion: number;
  /** The board. */
  readonly id: string;
  /** Made by the client, once per intended change. */
  readonly idempotencyKey: string;
  /** End of the term, when the decree names another than the policy of its day. */
  readonly termEnd?: string | null | undefined;
  /** First day in office; that of the decree unless it names another. */
  readonly termStart?: string | null | undefined;
};

/** How exactly a day is known. */
export type DatePrecision =
  /** To the day. */
  | 'DAY'
  /** To the month; its first day stands for it. */
  | 'MONTH'
  /** To the year; a day of it stands for it. */
  | 'YEAR';

/** Where money comes from (sumber dana). */
export type FundingSource =
  /** Budget of the regency or city (APBD). */
  | 'APBD_KAB_KOTA'
  /** Budget of the province (APBD). */
  | 'APBD_PROVINSI'
  /** Budget of the state. */
  | 'APBN'
  /** Social responsibility of a company (TJSL). */
  | 'CSR_TJSL'
  /** Village funds. */
  | 'DANA_DESA'
  /** Grant (hibah). */
  | 'HIBAH'
  /** Another source. */
  | 'OTHER'
  /** Dues and own business (swadaya). */
  | 'SWADAYA';

/** What an office is in law. */
export type OfficeKind =
  /** Statistics office (Badan Pusat Statistik). */
  | 'BPS'
  /** Social affairs office of a regency or city (Dinas Sosial Kabupaten/Kota). */
  | 'DINSOS_KAB_KOTA'
  /** Social affairs office of a province (Dinas Sosial Provinsi). */
  | 'DINSOS_PROVINSI'
  /** Village empowerment office (Dinas Pemberdayaan Masyarakat dan Desa). */
  | 'DPMD'
  /** Civil registry. */
  | 'DUKCAPIL'
  /** District office. */
  | 'KECAMATAN'
  /** Ministry of social affairs (Kementerian Sosial). */
  | 'KEMENSOS'
  /** Village or urban-ward government (pemerintah desa, kelurahan). */
  | 'PEMDES_KEL';

/** What an office is responsible for. */
export type OfficeMandate =
  /** Protection of children. */
  | 'CHILD'
  /** Civil registration. */
  | 'CIVIL_REGISTRY'
  /** Manpower. */
  | 'MANPOWER'
  /** Social affairs. */
  | 'SOCIAL'
  /** Statistics. */
  | 'STATISTICS'
  /** Village affairs. */
  | 'VILLAGE'
  /** Empowerment of women. */
  | 'WOMEN';

/** What a part of an office is. */
export type OfficeUnitKind =
  /** Division (bidang). */
  | 'BIDANG'
  /** Directorate of a ministry (direktorat). */
  | 'DIREKTORAT'
  /** Directorate general of a ministry (direktorat jenderal). */
  | 'DITJEN'
  /** Secretariat (sekretariat). */
  | 'SEKRETARIAT'
  /** Section (seksi). */
  | 'SEKSI'
  /** Subdivision of the secretariat (subbagian). */
  | 'SUBBAGIAN'
  /** Technical unit (unit pelaksana teknis). */
  | 'UPT';

/** What can be done with an organization. */
export type OrganizationCommand =
  /** `amendRegistration` */
  | 'AMEND'
  /** `dissolveOrganization` */
  | 'DISSOLVE'
  /** `liftSuspension` */
  | 'LIFT_SUSPENSION'
  /** `markOrganizationDormant` */
  | 'MARK_DORMANT'
  /** `reactivateOrganization` */
  | 'REACTIVATE'
  /** `rejectRegistration` */
  | 'REJECT'
  /** `returnRegistration` */
  | 'RETURN'
  /** `submitRegistration` */
  | 'SUBMIT'
  /** `suspendOrganization` */
  | 'SUSPEND'
  /** `verifyRegistration` */
  | 'VERIFY';

/** What can be done with an event of an organization. */
export type OrganizationEventCommand =
  /** `cancelOrganizationEvent` */
  | 'CANCEL'
  /** `holdOrganizationEvent` */
  | 'HOLD'
  /** `linkOrganizationEvent` */
  | 'LINK';

/** What an organization holds. */
export type OrganizationEventKind =
  /** Month of service around 26 September (Bulan Bhakti Karang Taruna, BBKT). */
  | 'BULAN_BHAKTI'
  /** Regional working conference (rapat kerja daerah). */
  | 'RAKERDA'
  /** Working meeting (rapat kerja). */
  | 'RAPAT_KERJA'
  /** Congress that elects a board (temu karya). */
  | 'TEMU_KARYA';

/** Where an event of an organization stands. */
export type OrganizationEventStatus =
  /** Called off. */
  | 'CANCELLED'
  /** It was held. */
  | 'HELD'
  /** Still to come. */
  | 'PLANNED';

/** The 12 kinds of welfare resources (Potensi dan Sumber Kesejahteraan Sosial, PSKS; Permensos 8/2012). */
export type OrganizationKind =
  /** Business doing social work (Dunia Usaha). */
  | 'DUNIA_USAHA'
  /** Village youth social organization (Karang Taruna). */
  | 'KARANG_TARUNA'
  /** Pioneer family (Keluarga Pioner). */
  | 'KELUARGA_PIONER'
  /** Family welfare consultation agency (Lembaga Konsultasi Kesejahteraan Keluarga). */
  | 'LK3'
  /** Social welfare institution, with or without legal personality (Lembaga Kesejahteraan Sosial). */
  | 'LKS'
  /** Professional social worker (Pekerja Sosial Profesional). */
  | 'PEKSOS_PROFESIONAL'
  /** Social educator (Penyuluh Sosial). */
  | 'PENYULUH_SOSIAL'
  /** Community social worker (Pekerja Sosial Masyarakat). */
  | 'PSM'
  /** Disaster-response volunteer (Taruna Siaga Bencana). */
  | 'TAGANA'
  /** Sub-district welfare worker (Tenaga Kesejahteraan Sosial Kecamatan). */
  | 'TKSK'
  /** Community-based welfare network (Wahana Kesejahteraan Sosial Berbasis Masyarakat). */
  | 'WKSBM'
  /** Woman welfare leader (Wanita Pemimpin Kesejahteraan Sosial). */
  | 'WPKS';

/** Where an organization stands in the register. */
export type OrganizationStatus =
  /** Registered; it may act. */
  | 'ACTIVE'
  /** Ended. */
  | 'DISSOLVED'
  /** Registered without activity; it is given no new work. */
  | 'DORMANT'
  /** Being written by its applicant. */
  | 'DRAFT'
  /** Refused for good. */
  | 'REJECTED'
  /** Sent back for completion. */
  | 'RETURNED'
  /** Before the office of social affairs. */
  | 'SUBMITTED'
  /** Out of service by decree. */
  | 'SUSPENDED';

/** An organization as the caller saw it. */
export type OrganizationStepInput = {
  /** The `version` that the caller saw. */
  readonly expectedVersion: number;
  /** The organization. */
  readonly id: string;
  /** Made by the client, once per intended change. */
  readonly idempotencyKey: string;
};

/** How an organization works together with others. */
export type PartnershipKind =
  /** Social and environmental responsibility of a company (tanggung jawab sosial dan lingkungan, TJSL; CSR). */
  | 'CSR_TJSL'
  /** Village funds (Dana Desa) for the young and the institutions of a village. */
  | 'DANA_DESA'
  /** Partner of the government in a programme of social development. */
  | 'GOVERNMENT_PROGRAMME'
  /** Grant (hibah). */
  | 'HIBAH'
  /** Memorandum of understanding (nota kesepahaman). */
  | 'MOU';

/** What is kept closed of a person, each value under a key of that person alone. */
export type PersonField =
  /** Day of birth. */
  | 'BIRTH_DATE'
  /** Name in full. */
  | 'NAME'
  /** National identity number (Nomor Induk Kependudukan). */
  | 'NIK';

/** What a post is. */
export type PostKind =
  /** Head of a division (kepala bidang, Kabid). */
  | 'DIVISION_HEAD'
  /** Head of the office (kepala dinas, Kadis). */
  | 'HEAD'
  /** Officer without a part of the office to lead. */
  | 'OFFICER'
  /** Secretary (sekretaris). */
  | 'SECRETARY'
  /** Head of a section (kepala seksi, Kasi). */
  | 'SECTION_HEAD';

/** A meeting that adopts programmes. */
export type ProgrammeForum =
  /** Deliberation of the residents (musyawarah). */
  | 'MUSYAWARAH'
  /** Regional working conference (rapat kerja daerah). */
  | 'RAKERDA'
  /** Working meeting (rapat kerja). */
  | 'RAPAT_KERJA';

/** What an office concludes from a programme. */
export type ProgrammeOutcome =
  /** It had its effect. */
  | 'EFFECTIVE'
  /** It had no effect that was seen. */
  | 'NOT_EFFECTIVE'
  /** It had its effect in part. */
  | 'PARTLY_EFFECTIVE';

/** What a region is in law. */
export type RegionKind =
  /** Village; it may receive village funds (Dana Desa). */
  | 'DESA'
  /** Customary village. */
  | 'DESA_ADAT'
  /** Regency. */
  | 'KABUPATEN'
  /** District. */
  | 'KECAMATAN'
  /** Urban ward; it has no village funds. */
  | 'KELURAHAN'
  /** City. */
  | 'KOTA'
  /** Province (provinsi). */
  | 'PROVINCE';

/** Level of administration. */
export type RegionLevel =
  /** District (kecamatan). */
  | 'DISTRICT'
  /** The nation. */
  | 'NATION'
  /** Province (provinsi). */
  | 'PROVINCE'
  /** Regency or city (kabupaten or kota). */
  | 'REGENCY'
  /** Village or urban ward (desa or kelurahan). */
  | 'VILLAGE';

/** What a regulation is. */
export type RegulationKind =
  /** Instruction of the President (Instruksi Presiden). */
  | 'INPRES'
  /** Regulation of a regent (Peraturan Bupati). */
  | 'PERBUP'
  /** Regional regulation of a province or a regency (Peraturan Daerah). */
  | 'PERDA'
  /** Regulation of a director general (Peraturan Direktur Jenderal). */
  | 'PERDIRJEN'
  /** Regulation of a governor (Peraturan Gubernur). */
  | 'PERGUB'
  /** Regulation of the minister of the interior (Peraturan Menteri Dalam Negeri). */
  | 'PERMENDAGRI'
  /** Regulation of the minister of social affairs (Peraturan Menteri Sosial). */
  | 'PERMENSOS'
  /** Regulation of a mayor (Peraturan Wali Kota). */
  | 'PERWAL'
  /** Government regulation (Peraturan Pemerintah). */
  | 'PP'
  /** Law (Undang-Undang). */
  | 'UU';

/** Where a regulation stands. */
export type RegulationStatus =
  /** In preparation (rancangan). */
  | 'DRAFT'
  /** Enacted and neither replaced nor revoked (berlaku). */
  | 'IN_FORCE'
  /** Another took its place (diganti). */
  | 'REPLACED'
  /** Taken back without another in its place (dicabut). */
  | 'REVOKED';

/** A closed field of a person that is to be shown, and what for. */
export type RevealFieldInput = {
  /** Which field. */
  readonly field: PersonField;
  /** The person. */
  readonly id: string;
  /** Made by the client, once per intended change. */
  readonly idempotencyKey: string;
  /** What for; it is kept in the audit. */
  readonly purpose: AccessPurpose;
  /** Number of the letter, the case or the request, 1 to 60 characters, without blanks; names nobody. */
  readonly reference?: string | null | undefined;
};

/** In which role somebody asks or acts. */
export type Role =
  /** Auditor. */
  | 'AUDITOR'
  /** Data protection officer (UU 27/2022). */
  | 'DATA_PROTECTION_OFFICER'
  /** Social affairs office of a province: head. */
  | 'DINSOS_PROVINCE_HEAD'
  /** Social affairs office of a province: staff. */
  | 'DINSOS_PROVINCE_STAFF'
  /** Social affairs office of a regency or city: head (kepala dinas). */
  | 'DINSOS_REGENCY_HEAD'
  /** Social affairs office of a regency or city: staff. */
  | 'DINSOS_REGENCY_STAFF'
  /** Head of a district (camat). */
  | 'DISTRICT_HEAD'
  /** Social section of a district (kasi sosial kecamatan). */
  | 'DISTRICT_SOCIAL_SECTION'
  /** Juror (juri). */
  | 'JUROR'
  /** Ministry of social affairs. */
  | 'KEMENSOS_STAFF'
  /** Member of a Karang Taruna. */
  | 'KT_MEMBER'
  /** Officer of a Karang Taruna (pengurus). */
  | 'KT_OFFICER'
  /** Partner company (mitra dunia usaha). */
  | 'PARTNER_COMPANY'
  /** Welfare worker: TKSK, PSM, Tagana, staff of an LKS. */
  | 'PSKS_WORKER'
  /** Anybody; also who claims more than the register lets stand. */
  | 'PUBLIC'
  /** Village desk for welfare services (Puskesos). */
  | 'PUSKESOS_OPERATOR'
  /** Integrated service and referral desk (SLRT). */
  | 'SLRT_OPERATOR'
  /** Social worker (pekerja sosial). */
  | 'SOCIAL_WORKER'
  /** System of another institution that hears events. */
  | 'SYSTEM_SUBSCRIBER'
  /** Trainer (narasumber). */
  | 'TRAINER'
  /** Head of a village or urban ward (kepala desa, lurah). */
  | 'VILLAGE_HEAD';

/** How a Karang Taruna is supervised (pembina; Permensos 25/2019). */
export type SupervisionKind =
  /** In its work, by the social affairs office (pembina fungsional). */
  | 'FUNCTIONAL'
  /** By the head of government of its level (pembina umum). */
  | 'GENERAL';

/** The post that supervises. */
export type SupervisorPosition =
  /** Regent (bupati). */
  | 'BUPATI'
  /** Head of the district (camat). */
  | 'CAMAT'
  /** Governor (gubernur). */
  | 'GUBERNUR'
  /** Head of social affairs of the district (kasi sosial kecamatan). */
  | 'KASI_SOSIAL_KECAMATAN'
  /** Head of the village (kepala desa). */
  | 'KEPALA_DESA'
  /** Head of the social affairs office of the regency or city. */
  | 'KEPALA_DINSOS_KAB_KOTA'
  /** Head of the social affairs office of the province. */
  | 'KEPALA_DINSOS_PROVINSI'
  /** Head of the urban ward (lurah). */
  | 'LURAH'
  /** Minister of home affairs (Menteri Dalam Negeri). */
  | 'MENTERI_DALAM_NEGERI'
  /** Minister of social affairs (Menteri Sosial). */
  | 'MENTERI_SOSIAL'
  /** Mayor (wali kota). */
  | 'WALI_KOTA';

/** On what the role of a caller rests. */
export type ViewerStanding =
  /** There is no token: the caller is the public. */
  | 'ANONYMOUS'
  /** An appointment of the register covers what the token claims. */
  | 'APPOINTED'
  /** The register does not know the person; the word of the issuer counts. */
  | 'ISSUER'
  /** The register knows the person, and no running appointment covers what the token claims: the caller is the public. */
  | 'NOT_APPOINTED';

/** What counts of villages rest on. */
export type VillageStatusBasis =
  /** The statuses of single villages were counted. */
  | 'COUNTED'
  /** A source states the totals. */
  | 'STATED';

/** Villages of one status. */
export type VillageStatusFilter = {
  /** The level. */
  readonly level: VillageStatusLevel;
  /** By which index. */
  readonly scheme: VillageStatusScheme;
  /** The year it was measured for. */
  readonly year: number;
};

/** How far a village has developed. */
export type VillageStatusLevel =
  /** Developing (berkembang). */
  | 'BERKEMBANG'
  /** Advanced (maju); not in IPD. */
  | 'MAJU'
  /** Self-reliant (mandiri). */
  | 'MANDIRI'
  /** Far left behind (sangat tertinggal); not in IPD. */
  | 'SANGAT_TERTINGGAL'
  /** Left behind (tertinggal). */
  | 'TERTINGGAL';

/** By which index the development of villages is measured. */
export type VillageStatusScheme =
  /** Index of village building (Indeks Desa Membangun, IDM; Permendes 2/2016): five levels. */
  | 'IDM'
  /** Village index (Indeks Desa; Permendes 9/2024): five levels. */
  | 'INDEKS_DESA'
  /** Index of village development (Indeks Pembangunan Desa, IPD) of BPS and Bappenas, from the village census (Podes): three levels. */
  | 'IPD';

/** The four pillars of social welfare work (UU 11/2009). */
export type WelfarePillar =
  /** Social empowerment (pemberdayaan sosial). */
  | 'EMPOWERMENT'
  /** Social protection (perlindungan sosial). */
  | 'PROTECTION'
  /** Social rehabilitation (rehabilitasi sosial). */
  | 'REHABILITATION'
  /** Social security (jaminan sosial). */
  | 'SECURITY';

/** What can be done with a work programme. */
export type WorkProgrammeCommand =
  /** `adoptWorkProgramme` */
  | 'ADOPT'
  /** `evaluateWorkProgramme` */
  | 'EVALUATE'
  /** `planActivity` */
  | 'PLAN_ACTIVITY'
  /** `reportWorkProgramme` */
  | 'REPORT'
  /** `startWorkProgramme` */
  | 'START';

/** Where a work programme stands. */
export type WorkProgrammeStatus =
  /** Adopted by a meeting of the organization. */
  | 'ADOPTED'
  /** Being written; only for its organization and the offices. */
  | 'DRAFT'
  /** Evaluated by the office of social affairs (evaluasi). */
  | 'EVALUATED'
  /** Reported: every activity took place or was given up. */
  | 'REPORTED'
  /** Its activities are under way. */
  | 'RUNNING';

/** What a verification code stands for. */
export type CertificateCheckStatus =
  /** A certificate that was revoked. */
  | 'REVOKED'
  /** No certificate: never issued, or mistyped. */
  | 'UNKNOWN'
  /** A certificate that counts. */
  | 'VALID';

/** What the organizer decides about a letter of delegation. */
export type DecideDelegationInput = {
  /** The delegates that are accepted, `reg_…`; the others are not. */
  readonly accepted: ReadonlyArray<string>;
  /** The `version` that the caller saw. */
  readonly expectedVersion: number;
  /** The delegation. */
  readonly id: string;
  /** Made by the client, once per intended change. */
  readonly idempotencyKey: string;
  /** Why the others are not; absent when all are accepted. */
  readonly rejectionReason?: DelegationRejectionReason | null | undefined;
};

/** Somebody whom a letter of delegation names. */
export type DelegateInput = {
  /** Name, 1 to 200 characters. Stored encrypted; only initials are shown. */
  readonly displayName: string;
  /** The officer, `ofr_…`, who sits on the board on the first day of the event. */
  readonly officerId: string;
  /** The organization on whose board. */
  readonly organizationId: string;
};

/** Why delegates were not accepted. */
export type DelegationRejectionReason =
  /** They are not those whom the event is for. */
  | 'NOT_ELIGIBLE'
  /** There are no seats for them. */
  | 'NO_SEATS'
  /** Another reason. */
  | 'OTHER'
  /** The letter came too late. */
  | 'TOO_LATE';

/** A letter of delegation as the caller saw it. */
export type DelegationStepInput = {
  /** The `version` that the caller saw. */
  readonly expectedVersion: number;
  /** The delegation. */
  readonly id: string;
  /** Made by the client, once per intended change. */
  readonly idempotencyKey: string;
};

/** A letter of delegation, and whom it names. */
export type DraftDelegationInput = {
  /** Whom it names, 1 to 50. */
  readonly delegates: ReadonlyArray<DelegateInput>;
  /** Made by the client, once per intended change. */
  readonly idempotencyKey: string;
  /** Number of the letter (nomor surat tugas), 1 to 100 characters. */
  readonly letterNumber: string;
  /** Date of the letter. */
  readonly letterOn: string;
  /** The board that sends, `org_…`, instead. */
  readonly senderOrganization?: string | null | undefined;
  /** Region of the office or village head who sends; absent when a board does. */
  readonly senderRegion?: string | null | undefined;
  /** The training event. */
  readonly trainingEventId: string;
};

/** A member of an organization who asks for a seat. */
export type RegisterParticipantInput = {
  /** Name, 1 to 200 characters. Stored encrypted; only initials are shown. */
  readonly displayName: string;
  /** Made by the client, once per intended change. */
  readonly idempotencyKey: string;
  /** An officer of the organization, `ofr_…`, instead; must sit on its board that day. */
  readonly officerId?: string | null | undefined;
  /** The organization that the participant comes from. */
  readonly organizationId: string;
  /** The person in the register: a UUID, opaque here. Absent for an officer. */
  readonly participantRef?: string | null | undefined;
  /** The training event. */
  readonly trainingEventId: string;
};

/** A registration as the caller saw it. */
export type RegistrationStepInput = {
  /** The `version` that the caller saw. */
  readonly expectedVersion: number;
  /** The registration. */
  readonly id: string;
  /** Made by the client, once per intended change. */
  readonly idempotencyKey: string;
};

/** What a reach is counted in. */
export type TrainingCountedIn =
  /** Persons, known from head counts of reports. */
  | 'PERSONS'
  /** Organizations, known from lists of participants. */
  | 'UNITS';

/** What can be done with a letter of delegation. */
export type TrainingDelegationCommand =
  /** `decideDelegation` */
  | 'DECIDE'
  /** `submitDelegation` */
  | 'SUBMIT'
  /** `withdrawDelegation` */
  | 'WITHDRAW';

/** Where a letter of delegation stands. */
export type TrainingDelegationStatus =
  /** All whom it names were accepted. */
  | 'ACCEPTED'
  /** Being written; only its sender sees it. */
  | 'DRAFT'
  /** Some were accepted. */
  | 'PARTIALLY_ACCEPTED'
  /** Nobody was accepted. */
  | 'REJECTED'
  /** Sent to the organizer. */
  | 'SUBMITTED'
  /** Taken back before it was decided on. */
  | 'WITHDRAWN';

/** What can be done with a training event. */
export type TrainingEventCommand =
  /** `announceTrainingEvent` */
  | 'ANNOUNCE'
  /** `cancelTrainingEvent` */
  | 'CANCEL'
  /** `closeRegistration` */
  | 'CLOSE_REGISTRATION'
  /** `completeTrainingEvent` */
  | 'COMPLETE'
  /** `openRegistration` */
  | 'OPEN_REGISTRATION'
  /** `postponeTrainingEvent` */
  | 'POSTPONE'
  /** `reportTrainingEvent` */
  | 'REPORT'
  /** `rescheduleTrainingEvent` */
  | 'RESCHEDULE'
  /** `startTrainingEvent` */
  | 'START';

/** Where a training event stands. */
export type TrainingEventStatus =
  /** Known to everybody. */
  | 'ANNOUNCED'
  /** Called off. */
  | 'CANCELLED'
  /** Over, attendance settled. */
  | 'COMPLETED'
  /** Being planned; only its organizer sees it. */
  | 'DRAFT'
  /** Put off; its registrations stand until new days are announced. */
  | 'POSTPONED'
  /** No new registrations; those who wait may still move up. */
  | 'REGISTRATION_CLOSED'
  /** Seats may be asked for. */
  | 'REGISTRATION_OPEN'
  /** Over, and its report was handed in (laporan kegiatan). */
  | 'REPORTED'
  /** Taking place. */
  | 'RUNNING';

/** What sort of training it is. */
export type TrainingKind =
  /** Technical guidance (bimbingan teknis). */
  | 'BIMTEK'
  /** Training course (pelatihan). */
  | 'PELATIHAN'
  /** Guidance of organizations (pembinaan). */
  | 'PEMBINAAN'
  /** Information meeting (sosialisasi). */
  | 'SOSIALISASI'
  /** Study visit (studi banding). */
  | 'STUDI_BANDING';

/** What can be done with a registration. */
export type TrainingRegistrationCommand =
  /** `acceptSeat` */
  | 'ACCEPT_SEAT'
  /** `confirmAttendance` */
  | 'CONFIRM_ATTENDANCE'
  /** `declineSeat` */
  | 'DECLINE_SEAT'
  /** `replaceParticipant` */
  | 'REPLACE'
  /** `withdrawParticipant` */
  | 'WITHDRAW';

/** Where a registration for a training stands. */
export type TrainingRegistrationStatus =
  /** Has a seat. */
  | 'APPROVED'
  /** Was there. */
  | 'ATTENDED'
  /** Has a certificate. */
  | 'CERTIFIED'
  /** Was there to the end. */
  | 'COMPLETED'
  /** Named by a delegation that was not sent yet. */
  | 'DRAFT'
  /** Waited in vain, did not answer an offer in time, or the event was called off. */
  | 'LAPSED'
  /** Was there too little, or failed the test. */
  | 'NOT_COMPLETED'
  /** Had a seat and was not there. */
  | 'NO_SHOW'
  /** Is offered a seat, until `answerBy`. */
  | 'OFFERED'
  /** Sent by a delegation and not taken. */
  | 'REJECTED'
  /** Somebody else comes in the same seat. */
  | 'REPLACED'
  /** Sent by a delegation; the organizer has not decided. */
  | 'SUBMITTED'
  /** Waits for a seat, in the order of arrival. */
  | 'WAITLISTED'
  /** Taken back, or the offer declined. */
  | 'WITHDRAWN';

/** What is taught. */
export type TrainingTopic =
  /** Handling cases of people in need (penanganan PPKS). */
  | 'CASE_HANDLING'
  /** Digital skills (teknologi informasi). */
  | 'DIGITAL'
  /** Disaster response (penanggulangan bencana). */
  | 'DISASTER'
  /** Entrepreneurship (kewirausahaan). */
  | 'ENTREPRENEURSHIP'
  /** Networks of cooperation (jejaring kerja). */
  | 'NETWORKING'
  /** Running an organization (tata kelola kelembagaan). */
  | 'ORGANISATION_MANAGEMENT'
  /** Something else. */
  | 'OTHER'
  /** Productive economic ventures (usaha ekonomi produktif). */
  | 'PRODUCTIVE_ECONOMY'
  /** Vocational skills (keterampilan kerja). */
  | 'VOCATIONAL';

/** Part of life that an assessment looks at. */
export type AssessmentDomain =
  /** Food, clothing, shelter. */
  | 'BASIC_NEEDS'
  /** Income and work. */
  | 'ECONOMIC'
  /** Family. */
  | 'FAMILY'
  /** Body and mind. */
  | 'HEALTH'
  /** Papers and rights. */
  | 'LEGAL'
  /** Feeling and relations. */
  | 'PSYCHOSOCIAL'
  /** Faith. */
  | 'SPIRITUAL';

/** What can be done with an opening in an emergency. */
export type BreakGlassCommand =
  /** `reviewBreakGlass` */
  | 'REVIEW';

/** A case that must be seen at once, and why. The words are stored encrypted. */
export type BreakGlassInput = {
  /** What kind of emergency it is. */
  readonly emergency: Emergency;
  /** The case: `case_…`, or its number `KS/…`. */
  readonly id: string;
  /** Made by the client, once per intended change. */
  readonly idempotencyKey: string;
  /** What happened, for the review; 10 to 1,000 characters. */
  readonly reason: string;
};

/** What the review of an opening found. */
export type BreakGlassVerdict =
  /** It was necessary. */
  | 'JUSTIFIED'
  /** It was not; it ended at once, and its user gets no other until it is judged anew. */
  | 'UNJUSTIFIED';

/** What can be done with a case. */
export type CaseCommand =
  /** `acceptCase` */
  | 'ACCEPT'
  /** `adoptServicePlan` */
  | 'ADOPT_PLAN'
  /** `completeAssessment` */
  | 'ASSESS'
  /** `closeCase` */
  | 'CLOSE'
  /** `holdCase` */
  | 'HOLD'
  /** `liftCaseRestriction` */
  | 'LIFT_RESTRICTION'
  /** `proposeTermination` */
  | 'PROPOSE_TERMINATION'
  /** `recordFollowUp` */
  | 'RECORD_FOLLOW_UP'
  /** `recordIntervention` */
  | 'RECORD_INTERVENTION'
  /** `draftReferral`, `recordConsent` */
  | 'REFER'
  /** `rejectCase` */
  | 'REJECT'
  /** `reopenCase` */
  | 'REOPEN'
  /** `restrictCase` */
  | 'RESTRICT'
  /** `resumeCase` */
  | 'RESUME'
  /** `reviseServicePlan` */
  | 'REVISE_PLAN'
  /** `sealCase` */
  | 'SEAL'
  /** `startAftercare` */
  | 'START_AFTERCARE'
  /** `unsealCase` */
  | 'UNSEAL';

/** How a case ended. */
export type CaseOutcome =
  /** The person died. */
  | 'DECEASED'
  /** The need is smaller. */
  | 'IMPROVED'
  /** The person could not be found any more. */
  | 'LOST_CONTACT'
  /** The person moved away. */
  | 'MOVED_AWAY'
  /** The person did not want help. */
  | 'REFUSED'
  /** The need is met. */
  | 'RESOLVED'
  /** Others go on. */
  | 'TRANSFERRED';

/** Where a case stands; the stages follow PP 39/2012, article 7. */
export type CaseStatus =
  /** An organization is responsible. */
  | 'ACCEPTED'
  /** Closed; somebody still looks in (bimbingan lanjut). */
  | 'AFTERCARE'
  /** The need was assessed (pengungkapan dan pemahaman masalah). */
  | 'ASSESSED'
  /** The supervising office closed it. */
  | 'CLOSED'
  /** Services are given (pemecahan masalah). */
  | 'IN_SERVICE'
  /** It rests until somebody looks at it again. */
  | 'ON_HOLD'
  /** A plan was agreed (penyusunan rencana). */
  | 'PLANNED'
  /** The report was not taken on. */
  | 'REJECTED'
  /** Somebody reported the need. */
  | 'REPORTED'
  /** Its data may not be processed for now (UU 27/2022, articles 9 and 40). */
  | 'RESTRICTED'
  /** The end was proposed (terminasi). */
  | 'TERMINATING';

/** How soon help is needed. */
export type CaseUrgency =
  /** At once: answers are due within 24 hours. */
  | 'EMERGENCY'
  /** Before others. */
  | 'HIGH'
  /** In its turn. */
  | 'NORMAL';

/** What a person agreed to (UU 27/2022). */
export type ConsentPurpose =
  /** Handling the case. */
  | 'CASE_HANDLING'
  /** Publishing a photo. */
  | 'PUBLICATION_PHOTO'
  /** Sharing with offices. */
  | 'SHARE_WITH_OFFICE'
  /** Sharing with other organizations. */
  | 'SHARE_WITH_ORG'
  /** Statistics. */
  | 'STATISTICS';

/** Why a receiver cannot help. */
export type DeclineReason =
  /** No capacity at present. */
  | 'NO_CAPACITY'
  /** Another reason. */
  | 'OTHER'
  /** Not within its competence. */
  | 'OUTSIDE_COMPETENCE'
  /** Not within its region. */
  | 'OUTSIDE_REGION';

/** What makes an opening of a case necessary. */
export type Emergency =
  /** A child is in danger. */
  | 'CHILD_IN_DANGER'
  /** A court or the police demand it at once. */
  | 'COURT_ORDER'
  /** A disaster; those who handle the case cannot be reached. */
  | 'DISASTER'
  /** Somebody’s life or health is in danger. */
  | 'THREAT_TO_LIFE';

/** What the receiver reports back (rujukan balik). */
export type FeedbackResult =
  /** It could not be given. */
  | 'NOT_GIVEN'
  /** Part of it was given. */
  | 'PARTLY_GIVEN'
  /** The service was given. */
  | 'SERVICE_GIVEN';

/** What became of a goal. */
export type GoalResult =
  /** Given up. */
  | 'ABANDONED'
  /** Reached. */
  | 'ACHIEVED'
  /** Carried on elsewhere. */
  | 'MOVED';

/** Which groups of problems a report lists, where not all eight. */
export type GroupScheme =
  /** The seven that the city of Banjar named in 2014: without violence, exploitation and discrimination. */
  | 'S1'
  /** The seven of UU 11/2009, article 5(2): destitution and deviance are one (ketunaan sosial dan penyimpangan perilaku). */
  | 'UU11_2009';

/** Why the data may be processed (UU 27/2022, article 20). */
export type LegalBasis =
  /** The person or guardian agreed. */
  | 'CONSENT'
  /** A law demands it. */
  | 'LEGAL_OBLIGATION'
  /** A duty of the authority. */
  | 'PUBLIC_TASK'
  /** Life or health is at stake. */
  | 'VITAL_INTEREST';

/** What can be done with a referral. */
export type ReferralCommand =
  /** `acceptReferral` */
  | 'ACCEPT'
  /** `acknowledgeReferral` */
  | 'ACKNOWLEDGE'
  /** `cancelReferral` */
  | 'CANCEL'
  /** `completeReferral` */
  | 'COMPLETE'
  /** `declineReferral` */
  | 'DECLINE'
  /** `sendReferral` */
  | 'SEND'
  /** `startReferral` */
  | 'START';

/** What is asked of the receiver. */
export type ReferralKind =
  /** Advice. */
  | 'CONSULTATION'
  /** One service. */
  | 'SERVICE'
  /** Responsibility for the case moves. */
  | 'TRANSFER';

/** Where a referral stands. */
export type ReferralStatus =
  /** Taken on. */
  | 'ACCEPTED'
  /** Seen by the receiver. */
  | 'ACKNOWLEDGED'
  /** Taken back, or its consent was withdrawn. */
  | 'CANCELLED'
  /** Done and reported back (rujukan balik). */
  | 'COMPLETED'
  /** Not taken on. */
  | 'DECLINED'
  /** Not sent yet; only its sender sees it. */
  | 'DRAFT'
  /** Not answered in time. */
  | 'EXPIRED'
  /** Being worked on. */
  | 'IN_PROGRESS'
  /** Waits for the receiver. */
  | 'SENT';

/** A referral as the caller saw it. */
export type ReferralStepInput = {
  /** The `version` that the caller saw. */
  readonly expectedVersion: number;
  /** The referral. */
  readonly id: string;
  /** Made by the client, once per intended change. */
  readonly idempotencyKey: string;
};

/** What the review of an opening found. */
export type ReviewBreakGlassInput = {
  /** The `version` that the caller saw. */
  readonly expectedVersion: number;
  /** The opening: `bgl_…`. */
  readonly id: string;
  /** Made by the client, once per intended change. */
  readonly idempotencyKey: string;
  /** What was found. */
  readonly verdict: BreakGlassVerdict;
};

/** Why a case is closed to all but those who must know. */
export type SealCaseInput = {
  /** The `version` that the caller saw. */
  readonly expectedVersion: number;
  /** The case. */
  readonly id: string;
  /** Made by the client, once per intended change. */
  readonly idempotencyKey: string;
  /** Why. */
  readonly reason: SealReason;
};

/** Why a case is sealed. */
export type SealReason =
  /** A child is the victim of violence or trafficking; sealed from the report on. */
  | 'CHILD_VICTIM'
  /** A court ordered it. */
  | 'COURT_ORDER'
  /** The person is in danger from somebody. */
  | 'PERSON_AT_RISK'
  /** The person is known to those who would see the case. */
  | 'PERSON_KNOWN_LOCALLY'
  /** The category alone marks the person; sealed from the report on. */
  | 'SENSITIVE_CATEGORY';

/** The draft that is sent. */
export type SendReferralInput = {
  /** The `version` that the caller saw. */
  readonly expectedVersion: number;
  /** The referral. */
  readonly id: string;
  /** Made by the client, once per intended change. */
  readonly idempotencyKey: string;
  /** Ask although the receiver is full. */
  readonly overCapacity?: boolean;
};

/** Kind of service (PP 39/2012, article 7). */
export type ServiceKind =
  /** Accessibility. */
  | 'ACCESSIBILITY'
  /** Care and upbringing. */
  | 'CARE'
  /** Further guidance. */
  | 'FURTHER_GUIDANCE'
  /** Mental and spiritual guidance. */
  | 'MENTAL_SPIRITUAL_GUIDANCE'
  /** Motivation and psychosocial diagnosis. */
  | 'MOTIVATION_DIAGNOSIS'
  /** Physical guidance. */
  | 'PHYSICAL_GUIDANCE'
  /** Referral. */
  | 'REFERRAL'
  /** Resocialisation guidance. */
  | 'RESOCIALISATION'
  /** Social assistance and social care. */
  | 'SOCIAL_ASSISTANCE'
  /** Social guidance and counselling. */
  | 'SOCIAL_COUNSELLING'
  /** Vocational training and entrepreneurship. */
  | 'VOCATIONAL_TRAINING';

/** What the numbers are broken down by. */
export type StatisticsBreakdown =
  /** Age in the year of the report. */
  | 'AGE_BAND'
  /** The 26 categories of need (PPKS). */
  | 'CATEGORY'
  /** The way the reports came. */
  | 'CHANNEL'
  /** Groups of problems; see `GroupScheme`. */
  | 'GROUP'
  /** Sex. */
  | 'SEX'
  /** Where the cases stood when the month was published. */
  | 'STATUS';

/** Whom a case is about (UU 11/2009). */
export type SubjectKind =
  /** A community. */
  | 'COMMUNITY'
  /** A family. */
  | 'FAMILY'
  /** A group. */
  | 'GROUP'
  /** One person. */
  | 'PERSON';

/** Category of people in need of welfare services (Pemerlu Pelayanan Kesejahteraan Sosial, PPKS, formerly PMKS; Permensos 8/2012). */
export type WelfareCategory =
  /** Neglected child under five (Anak Balita Telantar). */
  | 'ANAK_BALITA_TELANTAR'
  /** Child in contact with the law (Anak yang Berhadapan dengan Hukum). */
  | 'ANAK_BERHADAPAN_HUKUM'
  /** Child with a disability (Anak dengan Kedisabilitasan). */
  | 'ANAK_DISABILITAS'
  /** Street child (Anak Jalanan). */
  | 'ANAK_JALANAN'
  /** Child victim of violence or maltreatment (Anak Korban Tindak Kekerasan). */
  | 'ANAK_KORBAN_KEKERASAN'
  /** Child needing special protection (Anak yang Memerlukan Perlindungan Khusus). */
  | 'ANAK_PERLINDUNGAN_KHUSUS'
  /** Neglected child, 6 to 18 (Anak Telantar). */
  | 'ANAK_TELANTAR'
  /** Former prisoner (Bekas Warga Binaan Lembaga Pemasyarakatan). */
  | 'BWBLP'
  /** Destitute person or family (Fakir Miskin). */
  | 'FAKIR_MISKIN'
  /** Homeless person (Gelandangan). */
  | 'GELANDANGAN'
  /** Remote indigenous community (Komunitas Adat Terpencil). */
  | 'KAT'
  /** Family with psychosocial problems (Keluarga Bermasalah Sosial Psikologis). */
  | 'KBSP'
  /** Marginalised minority group (Kelompok Minoritas). */
  | 'KELOMPOK_MINORITAS'
  /** Victim of a natural disaster (Korban Bencana Alam). */
  | 'KORBAN_BENCANA_ALAM'
  /** Victim of a social disaster (Korban Bencana Sosial). */
  | 'KORBAN_BENCANA_SOSIAL'
  /** Victim of violence (Korban Tindak Kekerasan). */
  | 'KORBAN_KEKERASAN'
  /** Victim of substance abuse (Korban Penyalahgunaan NAPZA). */
  | 'KORBAN_NAPZA'
  /** Trafficking victim (Korban Trafficking). */
  | 'KORBAN_TRAFFICKING'
  /** Neglected elderly person (Lanjut Usia Telantar). */
  | 'LANJUT_USIA_TELANTAR'
  /** Person living with HIV/AIDS (Orang dengan HIV/AIDS). */
  | 'ODHA'
  /** Waste picker (Pemulung). */
  | 'PEMULUNG'
  /** Beggar (Pengemis). */
  | 'PENGEMIS'
  /** Person with a disability (Penyandang Disabilitas). */
  | 'PENYANDANG_DISABILITAS'
  /** Migrant worker with social problems (Pekerja Migran Bermasalah Sosial). */
  | 'PMBS'
  /** Socio-economically vulnerable woman (Perempuan Rawan Sosial Ekonomi). */
  | 'PRSE'
  /** Sex worker (Tuna Susila). */
  | 'TUNA_SUSILA';

/** Group of problems (UU 11/2009, article 5(2)); its letter (e) stands here as two. */
export type WelfareGroup =
  /** Behavioural deviance (penyimpangan perilaku), second half of (e). */
  | 'BEHAVIOURAL_DEVIANCE'
  /** Disability (kecacatan, today disabilitas), (c). */
  | 'DISABILITY'
  /** Victims of disasters (korban bencana), (f). */
  | 'DISASTER_VICTIM'
  /** Neglect (ketelantaran), (b). */
  | 'NEGLECT'
  /** Poverty (kemiskinan), letter (a). */
  | 'POVERTY'
  /** Remoteness (keterpencilan), (d). */
  | 'REMOTENESS'
  /** Social destitution (ketunaan sosial), first half of (e). */
  | 'SOCIAL_DESTITUTION'
  /** Victims of violence, exploitation and discrimination (korban tindak kekerasan, eksploitasi, dan diskriminasi), (g). */
  | 'VIOLENCE_EXPLOITATION_DISCRIMINATION';

export type AcceptReferralMutationVariables = Exact<{
  input: ReferralStepInput;
}>;


export type AcceptReferralMutation = { readonly acceptReferral:
    | { readonly __typename: 'ConflictProblem', readonly currentVersion: number, readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'IdempotencyKeyReusedProblem', readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'InvalidInputProblem', readonly field: string, readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'NotAllowedProblem', readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'NotFoundProblem', readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'Referral', readonly id: string, readonly version: number, readonly status: ReferralStatus, readonly acceptedAt: string | null, readonly viewerCan: ReadonlyArray<ReferralCommand> }
    | { readonly __typename: 'ReferralRefusedProblem', readonly ground: string, readonly currentStatus: ReferralStatus | null, readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
   };

export type AcceptSeatMutationVariables = Exact<{
  input: RegistrationStepInput;
}>;


export type AcceptSeatMutation = { readonly acceptSeat:
    | { readonly __typename: 'ConflictProblem', readonly currentVersion: number, readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'IdempotencyKeyReusedProblem', readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'InvalidInputProblem', readonly field: string, readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'NotAllowedProblem', readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'NotFoundProblem', readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'TrainingRegistration', readonly id: string, readonly version: number, readonly status: TrainingRegistrationStatus, readonly viewerCan: ReadonlyArray<TrainingRegistrationCommand> }
    | { readonly __typename: 'TrainingRegistrationRefusedProblem', readonly ground: string, readonly currentStatus: TrainingRegistrationStatus | null, readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
   };

export type AssistanceCoverageQueryVariables = Exact<{
  region: string;
  fiscalYear: number;
  asOf?: string | null | undefined;
}>;


export type AssistanceCoverageQuery = { readonly region: { readonly __typename: 'Region', readonly assistance: ReadonlyArray<{ readonly __typename: 'RegionAssistance', readonly id: string, readonly title: string, readonly fiscalYear: number, readonly itemKind: AssistanceItem, readonly coverage: { readonly __typename: 'AssistanceCoverage', readonly asOf: string, readonly reached: number, readonly target: number, readonly basisPoints: number, readonly targetDerived: boolean, readonly targetReason: string | null }, readonly pending: ReadonlyArray<{ readonly __typename: 'PendingAllocation', readonly status: AllocationStatus, readonly plannedFiscalYear: number, readonly region: { readonly __typename: 'Region', readonly code: string, readonly name: string } | null, readonly organization: { readonly __typename: 'Organization', readonly id: string, readonly name: string } | null }> }> } | null };

export type AuditChainsQueryVariables = Exact<{
  lastSeals?: number;
}>;


export type AuditChainsQuery = { readonly verifyAuditChain: { readonly __typename: 'AuditChains', readonly lastSeals: number, readonly organizations: { readonly __typename: 'AuditVerification', readonly intact: boolean, readonly seals: number, readonly entries: number, readonly sealedUntil: string | null, readonly damage: AuditDamage | null, readonly entryId: string | null, readonly seal: number | null, readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } | null } | null, readonly welfareCases: { readonly __typename: 'AuditVerification', readonly intact: boolean, readonly seals: number, readonly entries: number, readonly sealedUntil: string | null, readonly damage: AuditDamage | null, readonly entryId: string | null, readonly seal: number | null, readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } | null } | null, readonly training: { readonly __typename: 'AuditVerification', readonly intact: boolean, readonly seals: number, readonly entries: number, readonly sealedUntil: string | null, readonly damage: AuditDamage | null, readonly entryId: string | null, readonly seal: number | null, readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } | null } | null, readonly awards: { readonly __typename: 'AuditVerification', readonly intact: boolean, readonly seals: number, readonly entries: number, readonly sealedUntil: string | null, readonly damage: AuditDamage | null, readonly entryId: string | null, readonly seal: number | null, readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } | null } | null, readonly eventHub: { readonly __typename: 'AuditVerification', readonly intact: boolean, readonly seals: number, readonly entries: number, readonly sealedUntil: string | null, readonly damage: AuditDamage | null, readonly entryId: string | null, readonly seal: number | null, readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } | null } | null } | null };

export type AuditTrailQueryVariables = Exact<{
  entity: string;
  first?: number;
}>;


export type AuditTrailQuery = { readonly auditTrail: { readonly __typename: 'AuditTrail', readonly entity: string, readonly organizations: { readonly __typename: 'AuditEntryConnection', readonly totalCount: number, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly __typename: 'AuditEntry', readonly id: string, readonly kind: AuditKind, readonly at: string, readonly actor: string, readonly role: string, readonly officeId: string | null, readonly organizationId: string | null, readonly purpose: string | null, readonly operation: string, readonly fieldClasses: ReadonlyArray<string>, readonly decision: AuditDecision, readonly reason: string | null, readonly policyVersion: string, readonly seal: number }> } | null, readonly welfareCases: { readonly __typename: 'AuditEntryConnection', readonly totalCount: number, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly __typename: 'AuditEntry', readonly id: string, readonly kind: AuditKind, readonly at: string, readonly actor: string, readonly role: string, readonly officeId: string | null, readonly organizationId: string | null, readonly purpose: string | null, readonly operation: string, readonly fieldClasses: ReadonlyArray<string>, readonly decision: AuditDecision, readonly reason: string | null, readonly policyVersion: string, readonly seal: number }> } | null, readonly training: { readonly __typename: 'AuditEntryConnection', readonly totalCount: number, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly __typename: 'AuditEntry', readonly id: string, readonly kind: AuditKind, readonly at: string, readonly actor: string, readonly role: string, readonly officeId: string | null, readonly organizationId: string | null, readonly purpose: string | null, readonly operation: string, readonly fieldClasses: ReadonlyArray<string>, readonly decision: AuditDecision, readonly reason: string | null, readonly policyVersion: string, readonly seal: number }> } | null, readonly awards: { readonly __typename: 'AuditEntryConnection', readonly totalCount: number, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly __typename: 'AuditEntry', readonly id: string, readonly kind: AuditKind, readonly at: string, readonly actor: string, readonly role: string, readonly officeId: string | null, readonly organizationId: string | null, readonly purpose: string | null, readonly operation: string, readonly fieldClasses: ReadonlyArray<string>, readonly decision: AuditDecision, readonly reason: string | null, readonly policyVersion: string, readonly seal: number }> } | null, readonly eventHub: { readonly __typename: 'AuditEntryConnection', readonly totalCount: number, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly __typename: 'AuditEntry', readonly id: string, readonly kind: AuditKind, readonly at: string, readonly actor: string, readonly role: string, readonly officeId: string | null, readonly organizationId: string | null, readonly purpose: string | null, readonly operation: string, readonly fieldClasses: ReadonlyArray<string>, readonly decision: AuditDecision, readonly reason: string | null, readonly policyVersion: string, readonly seal: number }> } | null } | null };

export type BoardsExpiringQueryVariables = Exact<{
  region: string;
  withinDays: number;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type BoardsExpiringQuery = { readonly region: { readonly __typename: 'Region', readonly code: string, readonly name: string, readonly karangTaruna: { readonly __typename: 'RegionKarangTaruna', readonly boardsExpiring: { readonly __typename: 'BoardConnection', readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly __typename: 'Board', readonly id: string, readonly termEnd: string | null, readonly organization: { readonly __typename: 'Organization', readonly id: string, readonly name: string, readonly region: { readonly __typename: 'Region', readonly code: string, readonly name: string } | null } | null }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } } } | null };

export type BreakGlassMutationVariables = Exact<{
  input: BreakGlassInput;
}>;


export type BreakGlassMutation = { readonly breakGlass:
    | { readonly __typename: 'BreakGlassGrant', readonly id: string, readonly version: number, readonly expiresAt: string, readonly reviewBy: string, readonly case: { readonly __typename: 'WelfareCase', readonly id: string, readonly category: WelfareCategory, readonly status: CaseStatus, readonly urgency: CaseUrgency, readonly region: { readonly __typename: 'Region', readonly code: string, readonly name: string } | null, readonly assignedTo: { readonly __typename: 'Organization', readonly id: string, readonly name: string } | null, readonly beneficiary: { readonly __typename: 'Beneficiary', readonly id: string, readonly subjectKind: SubjectKind } | null, readonly assessment: ReadonlyArray<{ readonly __typename: 'AssessedSeverity', readonly domain: AssessmentDomain, readonly severity: number }> } | null }
    | { readonly __typename: 'BreakGlassRefusedProblem', readonly ground: string, readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'ConflictProblem', readonly currentVersion: number, readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'IdempotencyKeyReusedProblem', readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'InvalidInputProblem', readonly field: string, readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'NotAllowedProblem', readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'NotFoundProblem', readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
   };

export type BreakGlassReviewsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  reviewed?: boolean | null | undefined;
}>;


export type BreakGlassReviewsQuery = { readonly breakGlassReviews: { readonly __typename: 'BreakGlassGrantConnection', readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly __typename: 'BreakGlassGrant', readonly id: string, readonly version: number, readonly emergency: Emergency, readonly reason: string | null, readonly usedAs: string, readonly grantedAt: string, readonly expiresAt: string, readonly reviewBy: string, readonly overdue: boolean, readonly verdict: BreakGlassVerdict | null, readonly viewerCan: ReadonlyArray<BreakGlassCommand>, readonly usedFor: { readonly __typename: 'Organization', readonly id: string, readonly name: string } | null, readonly case: { readonly __typename: 'WelfareCase', readonly id: string, readonly caseNumber: string, readonly assignedTo: { readonly __typename: 'Organization', readonly id: string, readonly name: string } | null } | null }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type CaseChangesSubscriptionVariables = Exact<{
  region?: string | null | undefined;
}>;


export type CaseChangesSubscription = { readonly caseChanged: { readonly __typename: 'CaseChange', readonly cursor: string, readonly occurredAt: string | null, readonly type: string | null, readonly gap: { readonly __typename: 'LiveGap', readonly reason: LiveGapReason } | null, readonly case: { readonly __typename: 'WelfareCase', readonly id: string, readonly version: number, readonly status: CaseStatus, readonly category: WelfareCategory } | null } };

export type CaseDetailQueryVariables = Exact<{
  id: string;
}>;


export type CaseDetailQuery = { readonly case: { readonly __typename: 'WelfareCase', readonly id: string, readonly version: number, readonly caseNumber: string, readonly category: WelfareCategory, readonly status: CaseStatus, readonly urgency: CaseUrgency, readonly reportedAt: string, readonly legalBasis: LegalBasis | null, readonly outcome: CaseOutcome | null, readonly closedAt: string | null, readonly viewerCan: ReadonlyArray<CaseCommand>, readonly region: { readonly __typename: 'Region', readonly code: string, readonly path: string } | null, readonly assignedTo: { readonly __typename: 'Organization', readonly id: string, readonly name: string, readonly status: OrganizationStatus | null } | null, readonly beneficiary: { readonly __typename: 'Beneficiary', readonly subjectKind: SubjectKind, readonly maskedNik: string | null } | null, readonly assessment: ReadonlyArray<{ readonly __typename: 'AssessedSeverity', readonly domain: AssessmentDomain, readonly severity: number }>, readonly interventions: ReadonlyArray<{ readonly __typename: 'Intervention', readonly service: ServiceKind, readonly givenOn: string, readonly provider: { readonly __typename: 'Organization', readonly name: string } | null }>, readonly consents: ReadonlyArray<{ readonly __typename: 'Consent', readonly id: string, readonly version: number, readonly purposes: ReadonlyArray<ConsentPurpose>, readonly expiresAt: string | null, readonly withdrawnAt: string | null }>, readonly referrals: ReadonlyArray<{ readonly __typename: 'Referral', readonly id: string, readonly status: ReferralStatus, readonly to: { readonly __typename: 'Organization', readonly name: string } | null }>, readonly goals: ReadonlyArray<{ readonly __typename: 'ServiceGoal', readonly service: ServiceKind, readonly dueOn: string, readonly result: GoalResult | null }> } | null };

export type CaseListQueryVariables = Exact<{
  region: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
  status?: CaseStatus | null | undefined;
}>;


export type CaseListQuery = { readonly cases: { readonly __typename: 'WelfareCaseConnection', readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly __typename: 'WelfareCase', readonly id: string, readonly caseNumber: string, readonly category: WelfareCategory, readonly status: CaseStatus, readonly urgency: CaseUrgency, readonly reportedAt: string, readonly viewerCan: ReadonlyArray<CaseCommand>, readonly region: { readonly __typename: 'Region', readonly code: string, readonly name: string } | null }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type CertificateCheckQueryVariables = Exact<{
  code: string;
}>;


export type CertificateCheckQuery = { readonly certificateCheck: { readonly __typename: 'CertificateCheck', readonly status: CertificateCheckStatus, readonly holderInitials: string | null, readonly issuedOn: string | null, readonly hours: number | null, readonly organization: { readonly __typename: 'Organization', readonly name: string } | null, readonly trainingEvent: { readonly __typename: 'TrainingEvent', readonly title: string, readonly startsOn: string } | null } | null };

export type CompetitionOutcomeQueryVariables = Exact<{
  region: string;
  year: number;
  first?: number | null | undefined;
}>;


export type CompetitionOutcomeQuery = { readonly competitions: { readonly __typename: 'CompetitionConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'Competition', readonly id: string, readonly title: string, readonly tier: CompetitionTier, readonly statedEntrants: { readonly __typename: 'StatedCount', readonly value: number, readonly upTo: number | null, readonly qualifier: CountQualifier } | null, readonly winners: { readonly __typename: 'AwardConnection', readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly __typename: 'Award', readonly rank: number, readonly organization: { readonly __typename: 'Organization', readonly name: string, readonly region: { readonly __typename: 'Region', readonly code: string, readonly name: string } | null } | null }> } }> } | null };

export type CompetitionRankingQueryVariables = Exact<{
  id: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type CompetitionRankingQuery = { readonly competition: { readonly __typename: 'Competition', readonly id: string, readonly title: string, readonly status: CompetitionStatus, readonly judging: { readonly __typename: 'JudgingScheme', readonly minJurors: number, readonly dropsExtremes: boolean, readonly criteria: ReadonlyArray<{ readonly __typename: 'JudgingCriterion', readonly code: string, readonly title: string, readonly weightBp: number }>, readonly stages: ReadonlyArray<{ readonly __typename: 'JudgingStage', readonly kind: JudgingStageKind, readonly weightBp: number }> } | null, readonly seals: ReadonlyArray<{ readonly __typename: 'StageSeal', readonly stage: number, readonly sheets: number, readonly chainHead: string }>, readonly rankingProof: { readonly __typename: 'RankingProof', readonly isChainUntouched: boolean, readonly isReproduced: boolean, readonly nominations: number } | null, readonly ranking: { readonly __typename: 'RankingExplanationConnection', readonly totalCount: number, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly __typename: 'RankingExplanation', readonly nominationId: string, readonly rank: number, readonly total: string, readonly shared: boolean, readonly tieBreak: { readonly __typename: 'TieBreak', readonly by: TieBreakKind, readonly criterion: string | null } | null, readonly organization: { readonly __typename: 'Organization', readonly id: string, readonly name: string } | null }> } } | null };

export type CompetitionResultsQueryVariables = Exact<{
  id: string;
  first?: number | null | undefined;
}>;


export type CompetitionResultsQuery = { readonly competition: { readonly __typename: 'Competition', readonly id: string, readonly version: number, readonly title: string, readonly category: CompetitionCategory, readonly tier: CompetitionTier, readonly year: number, readonly status: CompetitionStatus, readonly viewerCan: ReadonlyArray<CompetitionCommand>, readonly region: { readonly __typename: 'Region', readonly code: string, readonly name: string } | null, readonly eligibility: ReadonlyArray<{ readonly __typename: 'EligibilityRule', readonly rule: EligibilityRuleKind, readonly min: number | null, readonly years: number | null, readonly withinMonths: number | null, readonly sinceMonth: string | null }>, readonly nominations: { readonly __typename: 'NominationConnection', readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly __typename: 'Nomination', readonly id: string, readonly version: number, readonly status: NominationStatus, readonly submittedOn: string, readonly viewerCan: ReadonlyArray<NominationCommand>, readonly organization: { readonly __typename: 'Organization', readonly id: string, readonly name: string } | null, readonly eligibility: ReadonlyArray<{ readonly __typename: 'EligibilityResult', readonly rule: EligibilityCheckKind, readonly outcome: EligibilityOutcome, readonly explanation: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }> | null }> }, readonly winners: { readonly __typename: 'AwardConnection', readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly __typename: 'Award', readonly rank: number, readonly grantedOn: string, readonly organization: { readonly __typename: 'Organization', readonly id: string, readonly name: string } | null }> } } | null };

export type ConfirmBoardMutationVariables = Exact<{
  input: ConfirmBoardInput;
}>;


export type ConfirmBoardMutation = { readonly confirmBoard:
    | { readonly __typename: 'Board', readonly id: string, readonly version: number, readonly status: BoardStatus, readonly termStart: string | null, readonly termEnd: string | null, readonly warnings: ReadonlyArray<BoardWarning>, readonly viewerCan: ReadonlyArray<BoardCommand>, readonly decree: { readonly __typename: 'BoardDecree', readonly number: string, readonly issuedOn: string, readonly signatory: BoardSignatory, readonly capacity: Capacity } | null }
    | { readonly __typename: 'BoardRefusedProblem', readonly ground: string, readonly currentStatus: BoardStatus | null, readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'ConflictProblem', readonly currentVersion: number, readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'IdempotencyKeyReusedProblem', readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'InvalidInputProblem', readonly field: string, readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'NotAllowedProblem', readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'NotFoundProblem', readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
   };

export type CoverageGapsQueryVariables = Exact<{
  region: string;
}>;


export type CoverageGapsQuery = { readonly region: { readonly __typename: 'Region', readonly code: string, readonly name: string, readonly welfare: { readonly __typename: 'RegionWelfare', readonly coverageGaps: ReadonlyArray<WelfareCategory>, readonly overdueReferrals: ReadonlyArray<{ readonly __typename: 'OverdueReferrals', readonly unacknowledged: number, readonly expired: number, readonly oldestDeadline: string, readonly organization: { readonly __typename: 'Organization', readonly id: string, readonly name: string } | null }> } | null } | null };

export type CreateEventSubscriptionMutationVariables = Exact<{
  input: CreateEventSubscriptionInput;
}>;


export type CreateEventSubscriptionMutation = { readonly createEventSubscription:
    | { readonly __typename: 'ConflictProblem', readonly currentVersion: number, readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'EventSubscriptionRefusedProblem', readonly ground: string, readonly currentStatus: EventSubscriptionStatus, readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'IdempotencyKeyReusedProblem', readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'InvalidInputProblem', readonly field: string, readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'IssuedEventSubscription', readonly secretsShownBefore: boolean, readonly subscription: { readonly __typename: 'EventSubscription', readonly id: string, readonly version: number, readonly status: EventSubscriptionStatus }, readonly secrets: ReadonlyArray<{ readonly __typename: 'EventSubscriptionSecret', readonly signature: EventSignature, readonly secret: string | null, readonly publicKey: string | null }> }
    | { readonly __typename: 'NotAllowedProblem', readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'NotFoundProblem', readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
   };

export type DecideDelegationMutationVariables = Exact<{
  input: DecideDelegationInput;
}>;


export type DecideDelegationMutation = { readonly decideDelegation:
    | { readonly __typename: 'ConflictProblem', readonly currentVersion: number, readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'IdempotencyKeyReusedProblem', readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'InvalidInputProblem', readonly field: string, readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'NotAllowedProblem', readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'NotFoundProblem', readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'TrainingDelegation', readonly id: string, readonly version: number, readonly status: TrainingDelegationStatus, readonly viewerCan: ReadonlyArray<TrainingDelegationCommand>, readonly delegates: ReadonlyArray<{ readonly __typename: 'TrainingRegistration', readonly id: string, readonly status: TrainingRegistrationStatus, readonly position: number | null }> }
    | { readonly __typename: 'TrainingDelegationRefusedProblem', readonly ground: string, readonly currentStatus: TrainingDelegationStatus | null, readonly delegateId: string | null, readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
   };

export type DomainEventsSubscriptionVariables = Exact<{
  types?: ReadonlyArray<string> | string | null | undefined;
  region?: string | null | undefined;
}>;


export type DomainEventsSubscription = { readonly domainEvents: { readonly __typename: 'DomainEvent', readonly cursor: string, readonly eventId: string | null, readonly type: string | null, readonly key: string | null, readonly sequence: number | null, readonly region: string | null, readonly occurredAt: string | null, readonly data: Record<string, unknown> | null, readonly gap: { readonly __typename: 'LiveGap', readonly reason: LiveGapReason, readonly from: string | null, readonly to: string | null } | null } };

export type DraftDelegationMutationVariables = Exact<{
  input: DraftDelegationInput;
}>;


export type DraftDelegationMutation = { readonly draftDelegation:
    | { readonly __typename: 'ConflictProblem', readonly currentVersion: number, readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'IdempotencyKeyReusedProblem', readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'InvalidInputProblem', readonly field: string, readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'NotAllowedProblem', readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'NotFoundProblem', readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'TrainingDelegation', readonly id: string, readonly version: number, readonly status: TrainingDelegationStatus, readonly viewerCan: ReadonlyArray<TrainingDelegationCommand>, readonly delegates: ReadonlyArray<{ readonly __typename: 'TrainingRegistration', readonly id: string, readonly initials: string }> }
    | { readonly __typename: 'TrainingDelegationRefusedProblem', readonly ground: string, readonly delegateId: string | null, readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
   };

export type EndEventSubscriptionMutationVariables = Exact<{
  input: SeenEventSubscriptionInput;
}>;


export type EndEventSubscriptionMutation = { readonly endEventSubscription:
    | { readonly __typename: 'ConflictProblem', readonly currentVersion: number, readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'EventSubscription', readonly id: string, readonly version: number, readonly status: EventSubscriptionStatus, readonly reason: EventSubscriptionReason | null, readonly viewerCan: ReadonlyArray<EventSubscriptionCommand> }
    | { readonly __typename: 'EventSubscriptionRefusedProblem', readonly ground: string, readonly currentStatus: EventSubscriptionStatus, readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'IdempotencyKeyReusedProblem', readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'InvalidInputProblem', readonly field: string, readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'NotAllowedProblem', readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'NotFoundProblem', readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
   };

export type EntrantsByVillageStatusQueryVariables = Exact<{
  id: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type EntrantsByVillageStatusQuery = { readonly competition: { readonly __typename: 'Competition', readonly id: string, readonly title: string, readonly nominations: { readonly __typename: 'NominationConnection', readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly __typename: 'Nomination', readonly id: string, readonly region: { readonly __typename: 'Region', readonly code: string, readonly name: string } | null, readonly organization: { readonly __typename: 'Organization', readonly id: string, readonly region: { readonly __typename: 'Region', readonly code: string, readonly villageStatuses: ReadonlyArray<{ readonly __typename: 'VillageStatus', readonly scheme: VillageStatusScheme, readonly year: number, readonly level: VillageStatusLevel }> } | null } | null }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } } | null };

export type EventDeliveriesQueryVariables = Exact<{
  subscription: string;
  state?: EventDeliveryState | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type EventDeliveriesQuery = { readonly eventDeliveries: { readonly __typename: 'EventDeliveryConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'EventDelivery', readonly id: string, readonly eventId: string, readonly type: string, readonly subject: string, readonly kind: EventDeliveryKind, readonly state: EventDeliveryState, readonly position: string | null, readonly madeAt: string, readonly dueAt: string | null, readonly endedAt: string | null, readonly attempts: ReadonlyArray<{ readonly __typename: 'EventDeliveryAttempt', readonly at: string, readonly outcome: EventDeliveryOutcome, readonly milliseconds: number }> }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type EventSubscriptionDetailQueryVariables = Exact<{
  id: string;
}>;


export type EventSubscriptionDetailQuery = { readonly eventSubscription: { readonly __typename: 'EventSubscription', readonly id: string, readonly version: number, readonly name: string, readonly endpoint: string, readonly types: ReadonlyArray<string>, readonly regionCode: string | null, readonly mode: EventDeliveryMode, readonly status: EventSubscriptionStatus, readonly reason: EventSubscriptionReason | null, readonly perMinute: number | null, readonly createdAt: string, readonly verifiedAt: string | null, readonly viewerCan: ReadonlyArray<EventSubscriptionCommand>, readonly keys: ReadonlyArray<{ readonly __typename: 'EventSubscriptionKey', readonly signature: EventSignature, readonly publicKey: string | null, readonly madeAt: string, readonly expiresAt: string | null }>, readonly lag: { readonly __typename: 'EventSubscriptionLag', readonly behind: number, readonly waiting: number, readonly oldestWaitingSince: string | null, readonly circuit: EndpointCircuit, readonly failingSince: string | null } | null } | null, readonly eventDeliveries: { readonly __typename: 'EventDeliveryConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'EventDelivery', readonly id: string, readonly type: string, readonly subject: string, readonly state: EventDeliveryState, readonly attempts: ReadonlyArray<{ readonly __typename: 'EventDeliveryAttempt', readonly outcome: EventDeliveryOutcome }> }> } | null };

export type EventSubscriptionsQueryVariables = Exact<{
  status?: EventSubscriptionStatus | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type EventSubscriptionsQuery = { readonly eventSubscriptions: { readonly __typename: 'EventSubscriptionConnection', readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly __typename: 'EventSubscription', readonly id: string, readonly version: number, readonly name: string, readonly endpoint: string, readonly types: ReadonlyArray<string>, readonly regionCode: string | null, readonly mode: EventDeliveryMode, readonly status: EventSubscriptionStatus, readonly reason: EventSubscriptionReason | null, readonly perMinute: number | null, readonly createdAt: string, readonly verifiedAt: string | null, readonly viewerCan: ReadonlyArray<EventSubscriptionCommand>, readonly keys: ReadonlyArray<{ readonly __typename: 'EventSubscriptionKey', readonly signature: EventSignature, readonly publicKey: string | null, readonly madeAt: string, readonly expiresAt: string | null }>, readonly lag: { readonly __typename: 'EventSubscriptionLag', readonly behind: number, readonly waiting: number, readonly oldestWaitingSince: string | null, readonly circuit: EndpointCircuit, readonly failingSince: string | null } | null }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type EventTrafficQueryVariables = Exact<{
  first?: number;
}>;


export type EventTrafficQuery = { readonly eventTraffic: { readonly __typename: 'EventTraffic', readonly organizations: { readonly __typename: 'ServiceTraffic', readonly waiting: number, readonly behind: number | null, readonly oldestWaitingSeconds: number | null, readonly parked: { readonly __typename: 'ParkedKeyConnection', readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly __typename: 'ParkedKey', readonly topic: string, readonly key: string, readonly events: number, readonly reasons: ReadonlyArray<ParkReason>, readonly since: string }> } } | null, readonly welfareCases: { readonly __typename: 'ServiceTraffic', readonly waiting: number, readonly behind: number | null, readonly oldestWaitingSeconds: number | null, readonly parked: { readonly __typename: 'ParkedKeyConnection', readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly __typename: 'ParkedKey', readonly topic: string, readonly key: string, readonly events: number, readonly reasons: ReadonlyArray<ParkReason>, readonly since: string }> } } | null, readonly training: { readonly __typename: 'ServiceTraffic', readonly waiting: number, readonly behind: number | null, readonly oldestWaitingSeconds: number | null, readonly parked: { readonly __typename: 'ParkedKeyConnection', readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly __typename: 'ParkedKey', readonly topic: string, readonly key: string, readonly events: number, readonly reasons: ReadonlyArray<ParkReason>, readonly since: string }> } } | null, readonly awards: { readonly __typename: 'ServiceTraffic', readonly waiting: number, readonly behind: number | null, readonly oldestWaitingSeconds: number | null, readonly parked: { readonly __typename: 'ParkedKeyConnection', readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly __typename: 'ParkedKey', readonly topic: string, readonly key: string, readonly events: number, readonly reasons: ReadonlyArray<ParkReason>, readonly since: string }> } } | null, readonly eventHub: { readonly __typename: 'ServiceTraffic', readonly waiting: number, readonly behind: number | null, readonly oldestWaitingSeconds: number | null, readonly parked: { readonly __typename: 'ParkedKeyConnection', readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly __typename: 'ParkedKey', readonly topic: string, readonly key: string, readonly events: number, readonly reasons: ReadonlyArray<ParkReason>, readonly since: string }> } } | null } | null };

export type EventTypesQueryVariables = Exact<{
  owner?: string | null | undefined;
  first?: number;
  after?: string | null | undefined;
}>;


export type EventTypesQuery = { readonly eventTypes: { readonly __typename: 'EventTypeConnection', readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly __typename: 'EventType', readonly type: string, readonly version: number, readonly owner: string, readonly dataClass: EventDataClass, readonly deprecatedSince: string | null, readonly replacedBy: string | null, readonly audience: EventAudience, readonly topic: string, readonly key: string, readonly schema: Record<string, unknown>, readonly example: Record<string, unknown>, readonly description: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type MyDelegationsQueryVariables = Exact<{
  status?: TrainingDelegationStatus | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type MyDelegationsQuery = { readonly trainingDelegations: { readonly __typename: 'TrainingDelegationConnection', readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly __typename: 'TrainingDelegation', readonly id: string, readonly version: number, readonly status: TrainingDelegationStatus, readonly submittedAt: string | null, readonly decidedAt: string | null, readonly rejectionReason: DelegationRejectionReason | null, readonly viewerCan: ReadonlyArray<TrainingDelegationCommand>, readonly letter: { readonly __typename: 'DelegationLetter', readonly number: string, readonly issuedOn: string }, readonly sendingOffice: { readonly __typename: 'Office', readonly id: string, readonly name: string | null } | null, readonly sendingOrganization: { readonly __typename: 'Organization', readonly id: string, readonly name: string } | null, readonly region: { readonly __typename: 'Region', readonly code: string, readonly name: string } | null, readonly trainingEvent: { readonly __typename: 'TrainingEvent', readonly id: string, readonly title: string, readonly startsOn: string } | null, readonly delegates: ReadonlyArray<{ readonly __typename: 'TrainingRegistration', readonly id: string, readonly status: TrainingRegistrationStatus, readonly initials: string, readonly organization: { readonly __typename: 'Organization', readonly id: string, readonly name: string } | null }> }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type MyScoreSheetsQueryVariables = Exact<{
  first?: number | null | undefined;
}>;


export type MyScoreSheetsQuery = { readonly myJuries: { readonly __typename: 'JurorConnection', readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly __typename: 'Juror', readonly id: string, readonly version: number, readonly role: JurorRole, readonly viewerCan: ReadonlyArray<JurorCommand>, readonly competition: { readonly __typename: 'Competition', readonly id: string, readonly title: string, readonly status: CompetitionStatus, readonly scoreSheets: { readonly __typename: 'ScoreSheetConnection', readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly __typename: 'ScoreSheet', readonly id: string, readonly version: number, readonly stage: number, readonly status: ScoreSheetStatus, readonly nominationId: string, readonly nominee: { readonly __typename: 'Organization', readonly id: string, readonly name: string } | null, readonly scores: ReadonlyArray<{ readonly __typename: 'CriterionScore', readonly criterion: string, readonly hundredths: number }> }> } } | null }> } | null };

export type NominateOrganizationMutationVariables = Exact<{
  input: NominateOrganizationInput;
}>;


export type NominateOrganizationMutation = { readonly nominateOrganization:
    | { readonly __typename: 'ConflictProblem', readonly currentVersion: number, readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'IdempotencyKeyReusedProblem', readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'InvalidInputProblem', readonly field: string, readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'Nomination', readonly id: string, readonly version: number, readonly status: NominationStatus, readonly viewerCan: ReadonlyArray<NominationCommand> }
    | { readonly __typename: 'NominationRefusedProblem', readonly ground: string, readonly currentStatus: NominationStatus | null, readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'NotAllowedProblem', readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'NotFoundProblem', readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
   };

export type OfficeChartQueryVariables = Exact<{
  region: string;
  asOf?: string | null | undefined;
  first?: number | null | undefined;
}>;


export type OfficeChartQuery = { readonly offices: { readonly __typename: 'OfficeConnection', readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly __typename: 'Office', readonly id: string, readonly kind: OfficeKind, readonly name: string | null, readonly mandates: ReadonlyArray<OfficeMandate>, readonly region: { readonly __typename: 'Region', readonly code: string, readonly name: string } | null, readonly units: ReadonlyArray<{ readonly __typename: 'OfficeUnit', readonly id: string, readonly kind: OfficeUnitKind, readonly name: string, readonly parent: { readonly __typename: 'OfficeUnit', readonly id: string } | null }>, readonly posts: ReadonlyArray<{ readonly __typename: 'Post', readonly id: string, readonly kind: PostKind, readonly title: string, readonly unit: { readonly __typename: 'OfficeUnit', readonly id: string } | null, readonly holder: { readonly __typename: 'PostHolder', readonly initials: string, readonly capacity: Capacity, readonly decree: { readonly __typename: 'Decree', readonly number: string } } | null }> }> } | null };

export type OrganizationBoardsQueryVariables = Exact<{
  id: string;
  asOf?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type OrganizationBoardsQuery = { readonly organization: { readonly __typename: 'Organization', readonly id: string, readonly name: string, readonly level: RegionLevel, readonly supervisors: ReadonlyArray<{ readonly __typename: 'Supervisor', readonly kind: SupervisionKind, readonly position: SupervisorPosition, readonly office: { readonly __typename: 'Office', readonly name: string | null } | null }>, readonly board: { readonly __typename: 'Board', readonly id: string, readonly status: BoardStatus, readonly heldOn: string | null, readonly ratifiedOn: string | null, readonly termStart: string | null, readonly termEnd: string | null, readonly endedOn: string | null, readonly regulations: ReadonlyArray<string>, readonly warnings: ReadonlyArray<BoardWarning>, readonly decree: { readonly __typename: 'BoardDecree', readonly number: string, readonly issuedOn: string, readonly signatory: BoardSignatory, readonly capacity: Capacity } | null, readonly seats: ReadonlyArray<{ readonly __typename: 'Seat', readonly position: BoardPosition, readonly sectionName: string | null, readonly initials: string | null, readonly from: string | null, readonly to: string | null }> } | null, readonly boards: { readonly __typename: 'BoardConnection', readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly __typename: 'Board', readonly id: string, readonly status: BoardStatus, readonly heldOn: string | null, readonly ratifiedOn: string | null, readonly termStart: string | null, readonly termEnd: string | null, readonly endedOn: string | null, readonly regulations: ReadonlyArray<string>, readonly warnings: ReadonlyArray<BoardWarning>, readonly viewerCan: ReadonlyArray<BoardCommand>, readonly decree: { readonly __typename: 'BoardDecree', readonly number: string, readonly issuedOn: string, readonly signatory: BoardSignatory, readonly capacity: Capacity } | null }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } } | null };

export type OrganizationChangesSubscriptionVariables = Exact<{
  region?: string | null | undefined;
}>;


export type OrganizationChangesSubscription = { readonly organizationChanged: { readonly __typename: 'OrganizationChange', readonly cursor: string, readonly occurredAt: string | null, readonly type: string | null, readonly gap: { readonly __typename: 'LiveGap', readonly reason: LiveGapReason } | null, readonly organization: { readonly __typename: 'Organization', readonly id: string, readonly name: string, readonly status: OrganizationStatus | null } | null } };

export type OrganizationEventsQueryVariables = Exact<{
  region: string;
  year?: number | null | undefined;
  kind?: OrganizationEventKind | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type OrganizationEventsQuery = { readonly organizationEvents: { readonly __typename: 'OrganizationEventConnection', readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly __typename: 'OrganizationEvent', readonly id: string, readonly version: number, readonly kind: OrganizationEventKind, readonly title: string, readonly status: OrganizationEventStatus, readonly startsOn: string, readonly endsOn: string, readonly viewerCan: ReadonlyArray<OrganizationEventCommand>, readonly venue: { readonly __typename: 'OrganizationEventVenue', readonly name: string, readonly regionDerived: boolean, readonly derivedBecause: string | null, readonly region: { readonly __typename: 'Region', readonly code: string, readonly path: string } | null } | null, readonly host: { readonly __typename: 'Organization', readonly id: string, readonly name: string, readonly level: RegionLevel } | null, readonly linkedActivities: ReadonlyArray<{ readonly __typename: 'Activity', readonly id: string, readonly title: string, readonly kind: ActivityKind, readonly pillar: WelfarePillar, readonly status: ActivityStatus, readonly realisedOn: string | null }>, readonly linkedAwards: ReadonlyArray<{ readonly __typename: 'Award', readonly rank: number, readonly competition: { readonly __typename: 'Competition', readonly title: string } | null, readonly organization: { readonly __typename: 'Organization', readonly id: string, readonly name: string } | null } | null>, readonly sources: ReadonlyArray<{ readonly __typename: 'FactSource', readonly field: string | null, readonly value: string | null, readonly source: string, readonly statedOn: string | null, readonly accepted: boolean, readonly derived: boolean, readonly reason: string | null }> }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type OrganizationNetworkQueryVariables = Exact<{
  id: string;
}>;


export type OrganizationNetworkQuery = { readonly organization: { readonly __typename: 'Organization', readonly id: string, readonly name: string, readonly network: { readonly __typename: 'OrganizationNetwork', readonly degree: number, readonly referralsSent: number, readonly referralsReceived: number, readonly acceptanceRate: number | null, readonly medianDaysToAccept: number | null, readonly completedWithFeedback: number, readonly byKind: ReadonlyArray<{ readonly __typename: 'PartnerCount', readonly kind: string, readonly count: number }> } | null } | null };

export type OrganizationProfileQueryVariables = Exact<{
  id: string;
}>;


export type OrganizationProfileQuery = { readonly organization: { readonly __typename: 'Organization', readonly id: string, readonly version: number, readonly registeredNumber: string | null, readonly name: string, readonly kind: OrganizationKind, readonly level: RegionLevel, readonly status: OrganizationStatus | null, readonly establishedOn: string | null, readonly awardsWon: number, readonly viewerCan: ReadonlyArray<OrganizationCommand>, readonly region: { readonly __typename: 'Region', readonly code: string, readonly name: string, readonly path: string } | null, readonly training: { readonly __typename: 'OrganizationTraining', readonly trainingEvents: number, readonly certificates: number } | null, readonly serviceCapability: { readonly __typename: 'ServiceCapability', readonly categories: ReadonlyArray<WelfareCategory>, readonly regions: ReadonlyArray<string>, readonly monthlyCapacity: number } | null, readonly awards: ReadonlyArray<{ readonly __typename: 'Award', readonly year: number, readonly rank: number, readonly grantedOn: string, readonly competition: { readonly __typename: 'Competition', readonly title: string, readonly tier: CompetitionTier } | null }> | null } | null };

export type OrganizationTimelineQueryVariables = Exact<{
  id?: string | null | undefined;
  registeredNumber?: string | null | undefined;
  first?: number | null | undefined;
}>;


export type OrganizationTimelineQuery = { readonly organization: { readonly __typename: 'Organization', readonly id: string, readonly registeredNumber: string | null, readonly name: string, readonly kind: OrganizationKind, readonly level: RegionLevel, readonly status: OrganizationStatus | null, readonly establishedOn: string | null, readonly region: { readonly __typename: 'Region', readonly code: string, readonly name: string, readonly path: string } | null, readonly boards: { readonly __typename: 'BoardConnection', readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly __typename: 'Board', readonly id: string, readonly status: BoardStatus, readonly termStart: string | null, readonly termEnd: string | null, readonly endedOn: string | null, readonly regulations: ReadonlyArray<string>, readonly decree: { readonly __typename: 'BoardDecree', readonly number: string, readonly issuedOn: string, readonly signatory: BoardSignatory, readonly capacity: Capacity } | null }> }, readonly classifications: ReadonlyArray<{ readonly __typename: 'Classification', readonly year: number, readonly class: OrganizationClass | null, readonly status: ClassificationStatus, readonly decree: { readonly __typename: 'Decree', readonly number: string, readonly issuedOn: string } | null }>, readonly assets: { readonly __typename: 'AssetConnection', readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly __typename: 'Asset', readonly id: string, readonly itemKind: AssistanceItem, readonly since: string, readonly condition: AssetCondition | null, readonly handover: { readonly __typename: 'AssetHandover', readonly handedOverOn: string, readonly minutesNumber: string, readonly occasion: { readonly __typename: 'HandoverOccasion', readonly trainingEvent: { readonly __typename: 'TrainingEvent', readonly title: string } | null } | null } | null }> }, readonly training: { readonly __typename: 'OrganizationTraining', readonly trainingEvents: number, readonly certificates: number, readonly attended: ReadonlyArray<{ readonly __typename: 'AttendedTraining', readonly participants: number, readonly completed: number, readonly certificates: number, readonly trainingEvent: { readonly __typename: 'TrainingEvent', readonly id: string, readonly title: string, readonly kind: TrainingKind, readonly topic: TrainingTopic, readonly startsOn: string } | null }> } | null, readonly awards: ReadonlyArray<{ readonly __typename: 'Award', readonly year: number, readonly rank: number, readonly grantedOn: string, readonly competition: { readonly __typename: 'Competition', readonly title: string, readonly tier: CompetitionTier } | null }> | null, readonly handledCases: { readonly __typename: 'HandledCases', readonly total: number | null, readonly suppressed: boolean, readonly counts: ReadonlyArray<{ readonly __typename: 'HandledCaseCount', readonly month: string, readonly outcome: CaseOutcome, readonly count: number }> } | null } | null };

export type PauseEventSubscriptionMutationVariables = Exact<{
  input: SeenEventSubscriptionInput;
}>;


export type PauseEventSubscriptionMutation = { readonly pauseEventSubscription:
    | { readonly __typename: 'ConflictProblem', readonly currentVersion: number, readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'EventSubscription', readonly id: string, readonly version: number, readonly status: EventSubscriptionStatus, readonly reason: EventSubscriptionReason | null, readonly viewerCan: ReadonlyArray<EventSubscriptionCommand> }
    | { readonly __typename: 'EventSubscriptionRefusedProblem', readonly ground: string, readonly currentStatus: EventSubscriptionStatus, readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'IdempotencyKeyReusedProblem', readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'InvalidInputProblem', readonly field: string, readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'NotAllowedProblem', readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'NotFoundProblem', readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
   };

export type PolicyOnDayQueryVariables = Exact<{
  on: string;
}>;


export type PolicyOnDayQuery = { readonly organizationPolicy: { readonly __typename: 'OrganizationPolicy', readonly regulations: ReadonlyArray<string>, readonly validFrom: string, readonly validTo: string | null, readonly memberAgeMin: number | null, readonly memberAgeMax: number | null, readonly officerAgeMin: number, readonly officerAgeMax: number | null, readonly termYears: ReadonlyArray<{ readonly __typename: 'TermOfLevel', readonly level: RegionLevel, readonly years: number }> } | null };

export type RankingAnnouncedSubscriptionVariables = Exact<{
  competitionId?: string | null | undefined;
}>;


export type RankingAnnouncedSubscription = { readonly rankingPublished: { readonly __typename: 'RankingPublication', readonly cursor: string, readonly occurredAt: string | null, readonly gap: { readonly __typename: 'LiveGap', readonly reason: LiveGapReason } | null, readonly competition: { readonly __typename: 'Competition', readonly id: string, readonly year: number, readonly tier: CompetitionTier, readonly status: CompetitionStatus } | null } };

export type RedriveParkedEventsMutationVariables = Exact<{
  input: RedriveParkedEventsInput;
}>;


export type RedriveParkedEventsMutation = { readonly redriveParkedEvents:
    | { readonly __typename: 'ConflictProblem', readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'IdempotencyKeyReusedProblem', readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'InvalidInputProblem', readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'NotAllowedProblem', readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'NotFoundProblem', readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'RedriveRequest', readonly id: string, readonly service: FollowingService, readonly topic: string, readonly key: string, readonly requestedAt: string }
   };

export type ReferralDetailQueryVariables = Exact<{
  id: string;
}>;


export type ReferralDetailQuery = { readonly referral: { readonly __typename: 'Referral', readonly id: string, readonly version: number, readonly kind: ReferralKind, readonly status: ReferralStatus, readonly sentAt: string | null, readonly acknowledgeBy: string | null, readonly answerBy: string | null, readonly acceptedAt: string | null, readonly declineReason: DeclineReason | null, readonly feedback: FeedbackResult | null, readonly viewerCan: ReadonlyArray<ReferralCommand>, readonly from: { readonly __typename: 'Organization', readonly id: string, readonly name: string } | null, readonly to: { readonly __typename: 'Organization', readonly id: string, readonly name: string, readonly region: { readonly __typename: 'Region', readonly code: string, readonly name: string } | null } | null, readonly case: { readonly __typename: 'WelfareCase', readonly id: string, readonly caseNumber: string, readonly category: WelfareCategory, readonly status: CaseStatus, readonly urgency: CaseUrgency } | null } | null };

export type ReferralInboxQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  status?: ReferralStatus | null | undefined;
}>;


export type ReferralInboxQuery = { readonly referrals: { readonly __typename: 'ReferralConnection', readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly __typename: 'Referral', readonly id: string, readonly version: number, readonly kind: ReferralKind, readonly status: ReferralStatus, readonly sentAt: string | null, readonly answerBy: string | null, readonly viewerCan: ReadonlyArray<ReferralCommand>, readonly case: { readonly __typename: 'WelfareCase', readonly id: string, readonly category: WelfareCategory } | null, readonly from: { readonly __typename: 'Organization', readonly id: string, readonly name: string } | null }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type ReferralInboxChangesSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type ReferralInboxChangesSubscription = { readonly referralInboxChanged: { readonly __typename: 'ReferralInboxChange', readonly cursor: string, readonly occurredAt: string | null, readonly type: string | null, readonly gap: { readonly __typename: 'LiveGap', readonly reason: LiveGapReason } | null, readonly referral: { readonly __typename: 'Referral', readonly id: string, readonly version: number, readonly kind: ReferralKind, readonly status: ReferralStatus, readonly answerBy: string | null, readonly from: { readonly __typename: 'Organization', readonly id: string, readonly name: string } | null } | null } };

export type RegencyDashboardQueryVariables = Exact<{
  region: string;
  year: number;
}>;


export type RegencyDashboardQuery = { readonly region: { readonly __typename: 'Region', readonly code: string, readonly name: string, readonly level: RegionLevel, readonly karangTaruna: { readonly __typename: 'RegionKarangTaruna', readonly asOf: string, readonly byLevel: ReadonlyArray<{ readonly __typename: 'LevelCount', readonly level: RegionLevel, readonly count: number }>, readonly byClass: ReadonlyArray<{ readonly __typename: 'ClassCount', readonly class: OrganizationClass, readonly count: number }>, readonly boardsExpiring: { readonly __typename: 'BoardConnection', readonly totalCount: number } }, readonly welfare: { readonly __typename: 'RegionWelfare', readonly openCases: { readonly __typename: 'OpenCaseCounts', readonly total: number | null, readonly suppressed: boolean, readonly month: string | null, readonly byCategory: ReadonlyArray<{ readonly __typename: 'CategoryCount', readonly category: WelfareCategory, readonly count: number | null, readonly suppressed: boolean }> } } | null, readonly training: { readonly __typename: 'RegionTraining', readonly unitsReached: number, readonly unitsTotal: number, readonly certificatesIssued: number, readonly asOf: string } | null, readonly awards: { readonly __typename: 'RegionAwards', readonly nominations: number, readonly won: number, readonly asOf: string } | null } | null };

export type RegionSearchQueryVariables = Exact<{
  text: string;
  level?: RegionLevel | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type RegionSearchQuery = { readonly regions: { readonly __typename: 'RegionConnection', readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly __typename: 'Region', readonly code: string, readonly name: string, readonly kind: RegionKind, readonly path: string }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type RegisterParticipantMutationVariables = Exact<{
  input: RegisterParticipantInput;
}>;


export type RegisterParticipantMutation = { readonly registerParticipant:
    | { readonly __typename: 'ConflictProblem', readonly currentVersion: number, readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'IdempotencyKeyReusedProblem', readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'InvalidInputProblem', readonly field: string, readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'NotAllowedProblem', readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'NotFoundProblem', readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'TrainingRegistration', readonly id: string, readonly version: number, readonly status: TrainingRegistrationStatus, readonly position: number | null, readonly viewerCan: ReadonlyArray<TrainingRegistrationCommand> }
    | { readonly __typename: 'TrainingRegistrationRefusedProblem', readonly ground: string, readonly currentStatus: TrainingRegistrationStatus | null, readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
   };

export type RegulationsOnDayQueryVariables = Exact<{
  on?: string | null | undefined;
  region?: string | null | undefined;
  status?: RegulationStatus | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type RegulationsOnDayQuery = { readonly regulations: { readonly __typename: 'RegulationConnection', readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly __typename: 'Regulation', readonly id: string, readonly citation: string, readonly kind: RegulationKind, readonly title: string, readonly status: RegulationStatus, readonly validFrom: string | null, readonly validTo: string | null, readonly datePrecision: DatePrecision, readonly region: { readonly __typename: 'Region', readonly code: string, readonly name: string } | null, readonly definition: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } | null, readonly replaces: ReadonlyArray<{ readonly __typename: 'Regulation', readonly citation: string }> }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type ReplayEventsMutationVariables = Exact<{
  input: ReplayEventsInput;
}>;


export type ReplayEventsMutation = { readonly replayEvents:
    | { readonly __typename: 'ConflictProblem', readonly currentVersion: number, readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'EventReplay', readonly subscriptionId: string, readonly matched: number, readonly dryRun: boolean, readonly madeAt: string }
    | { readonly __typename: 'EventSubscriptionRefusedProblem', readonly ground: string, readonly currentStatus: EventSubscriptionStatus, readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'IdempotencyKeyReusedProblem', readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'InvalidInputProblem', readonly field: string, readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'NotAllowedProblem', readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'NotFoundProblem', readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
   };

export type ResumeEventSubscriptionMutationVariables = Exact<{
  input: SeenEventSubscriptionInput;
}>;


export type ResumeEventSubscriptionMutation = { readonly resumeEventSubscription:
    | { readonly __typename: 'ConflictProblem', readonly currentVersion: number, readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'EventSubscription', readonly id: string, readonly version: number, readonly status: EventSubscriptionStatus, readonly reason: EventSubscriptionReason | null, readonly viewerCan: ReadonlyArray<EventSubscriptionCommand> }
    | { readonly __typename: 'EventSubscriptionRefusedProblem', readonly ground: string, readonly currentStatus: EventSubscriptionStatus, readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'IdempotencyKeyReusedProblem', readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'InvalidInputProblem', readonly field: string, readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'NotAllowedProblem', readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'NotFoundProblem', readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
   };

export type RevealBeneficiaryFieldMutationVariables = Exact<{
  input: RevealFieldInput;
}>;


export type RevealBeneficiaryFieldMutation = { readonly revealBeneficiaryField:
    | { readonly __typename: 'BudgetSpentProblem', readonly budget: string, readonly most: number, readonly renewsAt: string, readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'ConflictProblem', readonly currentVersion: number, readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'IdempotencyKeyReusedProblem', readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'InvalidInputProblem', readonly field: string, readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'NotAllowedProblem', readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'NotFoundProblem', readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'RevealedField', readonly personId: string, readonly closedField: PersonField, readonly value: string | null }
   };

export type ReviewBreakGlassMutationVariables = Exact<{
  input: ReviewBreakGlassInput;
}>;


export type ReviewBreakGlassMutation = { readonly reviewBreakGlass:
    | { readonly __typename: 'BreakGlassGrant', readonly id: string, readonly version: number, readonly verdict: BreakGlassVerdict | null, readonly reviewedAt: string | null }
    | { readonly __typename: 'BreakGlassRefusedProblem', readonly ground: string, readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'ConflictProblem', readonly currentVersion: number, readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'IdempotencyKeyReusedProblem', readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'InvalidInputProblem', readonly field: string, readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'NotAllowedProblem', readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'NotFoundProblem', readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
   };

export type RotateEventSubscriptionSecretMutationVariables = Exact<{
  input: RotateEventSubscriptionSecretInput;
}>;


export type RotateEventSubscriptionSecretMutation = { readonly rotateEventSubscriptionSecret:
    | { readonly __typename: 'ConflictProblem', readonly currentVersion: number, readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'EventSubscriptionRefusedProblem', readonly ground: string, readonly currentStatus: EventSubscriptionStatus, readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'IdempotencyKeyReusedProblem', readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'InvalidInputProblem', readonly field: string, readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'IssuedEventSubscription', readonly secretsShownBefore: boolean, readonly subscription: { readonly __typename: 'EventSubscription', readonly id: string, readonly version: number, readonly status: EventSubscriptionStatus }, readonly secrets: ReadonlyArray<{ readonly __typename: 'EventSubscriptionSecret', readonly signature: EventSignature, readonly secret: string | null, readonly publicKey: string | null }> }
    | { readonly __typename: 'NotAllowedProblem', readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'NotFoundProblem', readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
   };

export type SealCaseMutationVariables = Exact<{
  input: SealCaseInput;
}>;


export type SealCaseMutation = { readonly sealCase:
    | { readonly __typename: 'CaseRefusedProblem', readonly ground: string, readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'ConflictProblem', readonly currentVersion: number, readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'IdempotencyKeyReusedProblem', readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'InvalidInputProblem', readonly field: string, readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'NotAllowedProblem', readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'NotFoundProblem', readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'WelfareCase', readonly id: string, readonly version: number, readonly sealedAt: string | null, readonly sealReason: SealReason | null, readonly viewerCan: ReadonlyArray<CaseCommand> }
   };

export type SelectionEntrantsQueryVariables = Exact<{
  region: string;
  year: number;
  first?: number | null | undefined;
}>;


export type SelectionEntrantsQuery = { readonly competitions: { readonly __typename: 'CompetitionConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'Competition', readonly id: string, readonly title: string, readonly category: CompetitionCategory, readonly days: number, readonly nominations: { readonly __typename: 'NominationConnection', readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly __typename: 'Nomination', readonly region: { readonly __typename: 'Region', readonly code: string, readonly name: string } | null }> } }> } | null };

export type SendReferralMutationVariables = Exact<{
  input: SendReferralInput;
}>;


export type SendReferralMutation = { readonly sendReferral:
    | { readonly __typename: 'ConflictProblem', readonly currentVersion: number, readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'IdempotencyKeyReusedProblem', readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'InvalidInputProblem', readonly field: string, readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'NotAllowedProblem', readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'NotFoundProblem', readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'Referral', readonly id: string, readonly version: number, readonly status: ReferralStatus, readonly sentAt: string | null, readonly answerBy: string | null, readonly viewerCan: ReadonlyArray<ReferralCommand> }
    | { readonly __typename: 'ReferralRefusedProblem', readonly ground: string, readonly currentStatus: ReferralStatus | null, readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
   };

export type SubmitDelegationMutationVariables = Exact<{
  input: DelegationStepInput;
}>;


export type SubmitDelegationMutation = { readonly submitDelegation:
    | { readonly __typename: 'ConflictProblem', readonly currentVersion: number, readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'IdempotencyKeyReusedProblem', readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'InvalidInputProblem', readonly field: string, readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'NotAllowedProblem', readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'NotFoundProblem', readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'TrainingDelegation', readonly id: string, readonly version: number, readonly status: TrainingDelegationStatus, readonly viewerCan: ReadonlyArray<TrainingDelegationCommand>, readonly delegates: ReadonlyArray<{ readonly __typename: 'TrainingRegistration', readonly id: string, readonly status: TrainingRegistrationStatus, readonly position: number | null }> }
    | { readonly __typename: 'TrainingDelegationRefusedProblem', readonly ground: string, readonly currentStatus: TrainingDelegationStatus | null, readonly delegateId: string | null, readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
   };

export type SubmitRegistrationMutationVariables = Exact<{
  input: OrganizationStepInput;
}>;


export type SubmitRegistrationMutation = { readonly submitRegistration:
    | { readonly __typename: 'ConflictProblem', readonly currentVersion: number, readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'IdempotencyKeyReusedProblem', readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'InvalidInputProblem', readonly field: string, readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'NotAllowedProblem', readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'NotFoundProblem', readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'Organization', readonly id: string, readonly version: number, readonly status: OrganizationStatus | null, readonly viewerCan: ReadonlyArray<OrganizationCommand> }
    | { readonly __typename: 'RegistrationRefusedProblem', readonly ground: string, readonly currentStatus: OrganizationStatus | null, readonly missing: ReadonlyArray<string>, readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
   };

export type TestEventSubscriptionMutationVariables = Exact<{
  input: SeenEventSubscriptionInput;
}>;


export type TestEventSubscriptionMutation = { readonly testEventSubscription:
    | { readonly __typename: 'ConflictProblem', readonly currentVersion: number, readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'EventSubscription', readonly id: string, readonly version: number, readonly status: EventSubscriptionStatus, readonly reason: EventSubscriptionReason | null, readonly viewerCan: ReadonlyArray<EventSubscriptionCommand> }
    | { readonly __typename: 'EventSubscriptionRefusedProblem', readonly ground: string, readonly currentStatus: EventSubscriptionStatus, readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'IdempotencyKeyReusedProblem', readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'InvalidInputProblem', readonly field: string, readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'NotAllowedProblem', readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'NotFoundProblem', readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
   };

export type TrainingCalendarQueryVariables = Exact<{
  region: string;
  year?: number | null | undefined;
  status?: TrainingEventStatus | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type TrainingCalendarQuery = { readonly trainingEvents: { readonly __typename: 'TrainingEventConnection', readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly __typename: 'TrainingEvent', readonly id: string, readonly version: number, readonly title: string, readonly kind: TrainingKind, readonly topic: TrainingTopic, readonly status: TrainingEventStatus, readonly startsOn: string, readonly endsOn: string, readonly timeZone: IndonesianTimeZone, readonly viewerCan: ReadonlyArray<TrainingEventCommand>, readonly venue: { readonly __typename: 'TrainingVenue', readonly name: string, readonly region: { readonly __typename: 'Region', readonly code: string, readonly name: string } | null } | null, readonly organizerRegion: { readonly __typename: 'Region', readonly code: string, readonly name: string } | null, readonly seats: { readonly __typename: 'TrainingSeats', readonly total: number, readonly taken: number, readonly waiting: number } | null }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type TrainingDelegatesQueryVariables = Exact<{
  year: number;
  organizerRegion: string;
  first?: number | null | undefined;
}>;


export type TrainingDelegatesQuery = { readonly trainingEvents: { readonly __typename: 'TrainingEventConnection', readonly nodes: ReadonlyArray<{ readonly __typename: 'TrainingEvent', readonly id: string, readonly title: string, readonly startsOn: string, readonly venue: { readonly __typename: 'TrainingVenue', readonly name: string, readonly regionDerived: boolean, readonly region: { readonly __typename: 'Region', readonly code: string, readonly name: string } | null } | null, readonly seats: { readonly __typename: 'TrainingSeats', readonly quotas: ReadonlyArray<{ readonly __typename: 'TrainingQuota', readonly total: number, readonly taken: number, readonly sentSomebody: boolean, readonly region: { readonly __typename: 'Region', readonly code: string, readonly name: string } | null }> } | null, readonly delegations: ReadonlyArray<{ readonly __typename: 'TrainingDelegation', readonly id: string, readonly version: number, readonly status: TrainingDelegationStatus, readonly viewerCan: ReadonlyArray<TrainingDelegationCommand>, readonly sendingOffice: { readonly __typename: 'Office', readonly name: string | null } | null, readonly letter: { readonly __typename: 'DelegationLetter', readonly number: string, readonly issuedOn: string }, readonly region: { readonly __typename: 'Region', readonly code: string, readonly name: string } | null, readonly delegates: ReadonlyArray<{ readonly __typename: 'TrainingRegistration', readonly id: string, readonly status: TrainingRegistrationStatus, readonly officerId: string | null, readonly initials: string, readonly organization: { readonly __typename: 'Organization', readonly name: string, readonly region: { readonly __typename: 'Region', readonly code: string, readonly name: string, readonly kind: RegionKind } | null } | null }> }> }> } | null };

export type TrainingReachQueryVariables = Exact<{
  region: string;
  year: number;
  topic?: TrainingTopic | null | undefined;
  first?: number | null | undefined;
}>;


export type TrainingReachQuery = { readonly region: { readonly __typename: 'Region', readonly name: string, readonly training: { readonly __typename: 'RegionTraining', readonly countedIn: ReadonlyArray<TrainingCountedIn>, readonly unitsReached: number, readonly unitsReachedAtMost: number, readonly unitsTotal: number, readonly participantsStated: number, readonly certificatesIssued: number } | null } | null, readonly trainingEvents: { readonly __typename: 'TrainingEventConnection', readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly __typename: 'TrainingEvent', readonly title: string, readonly startsOn: string, readonly statedParticipants: { readonly __typename: 'StatedCount', readonly value: number, readonly upTo: number | null, readonly qualifier: CountQualifier } | null, readonly sources: ReadonlyArray<{ readonly __typename: 'FactSource', readonly field: string | null, readonly value: string | null, readonly source: string, readonly statedOn: string | null, readonly accepted: boolean, readonly derived: boolean, readonly reason: string | null }> }> } | null };

export type TrainingSeatsLiveSubscriptionVariables = Exact<{
  trainingEventId: string;
}>;


export type TrainingSeatsLiveSubscription = { readonly trainingSeatsChanged: { readonly __typename: 'TrainingSeatsChange', readonly cursor: string, readonly occurredAt: string | null, readonly gap: { readonly __typename: 'LiveGap', readonly reason: LiveGapReason } | null, readonly trainingEvent: { readonly __typename: 'TrainingEvent', readonly id: string, readonly status: TrainingEventStatus, readonly seats: { readonly __typename: 'TrainingSeats', readonly total: number, readonly taken: number, readonly waiting: number } | null } | null } };

export type VerifyEventSubscriptionMutationVariables = Exact<{
  input: SeenEventSubscriptionInput;
}>;


export type VerifyEventSubscriptionMutation = { readonly verifyEventSubscription:
    | { readonly __typename: 'ConflictProblem', readonly currentVersion: number, readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'EventSubscription', readonly id: string, readonly version: number, readonly status: EventSubscriptionStatus, readonly reason: EventSubscriptionReason | null, readonly viewerCan: ReadonlyArray<EventSubscriptionCommand> }
    | { readonly __typename: 'EventSubscriptionRefusedProblem', readonly ground: string, readonly currentStatus: EventSubscriptionStatus, readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'IdempotencyKeyReusedProblem', readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'InvalidInputProblem', readonly field: string, readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'NotAllowedProblem', readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'NotFoundProblem', readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
   };

export type VerifyRegistrationMutationVariables = Exact<{
  input: OrganizationStepInput;
}>;


export type VerifyRegistrationMutation = { readonly verifyRegistration:
    | { readonly __typename: 'ConflictProblem', readonly currentVersion: number, readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'IdempotencyKeyReusedProblem', readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'InvalidInputProblem', readonly field: string, readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'NotAllowedProblem', readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'NotFoundProblem', readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
    | { readonly __typename: 'Organization', readonly id: string, readonly version: number, readonly status: OrganizationStatus | null, readonly registeredNumber: string | null, readonly viewerCan: ReadonlyArray<OrganizationCommand> }
    | { readonly __typename: 'RegistrationRefusedProblem', readonly ground: string, readonly currentStatus: OrganizationStatus | null, readonly message: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }
   };

export type VillageFundsQueryVariables = Exact<{
  region: string;
  fiscalYear: number;
}>;


export type VillageFundsQuery = { readonly region: { readonly __typename: 'Region', readonly code: string, readonly name: string, readonly villageFunds: { readonly __typename: 'RegionVillageFunds', readonly villages: number, readonly eligibleVillages: number, readonly amount: string, readonly byDistrict: ReadonlyArray<{ readonly __typename: 'DistrictVillageFunds', readonly villages: number, readonly amount: string, readonly region: { readonly __typename: 'Region', readonly code: string, readonly name: string } | null }> } } | null };

export type VillageStatusQueryVariables = Exact<{
  region: string;
  scheme: VillageStatusScheme;
  year: number;
}>;


export type VillageStatusQuery = { readonly region: { readonly __typename: 'Region', readonly code: string, readonly name: string, readonly villageStatus: { readonly __typename: 'RegionVillageStatus', readonly scheme: VillageStatusScheme, readonly year: number, readonly total: number, readonly source: string, readonly publishedOn: string | null, readonly basis: VillageStatusBasis, readonly listedVillages: number, readonly levels: ReadonlyArray<{ readonly __typename: 'VillageLevelCount', readonly level: VillageStatusLevel, readonly count: number, readonly basisPoints: number, readonly counted: number | null, readonly difference: number | null }> } | null } | null };

export type VillagesWithoutPartnerQueryVariables = Exact<{
  region: string;
  partnership: PartnershipKind;
  status?: VillageStatusFilter | null | undefined;
  asOf?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type VillagesWithoutPartnerQuery = { readonly region: { readonly __typename: 'Region', readonly code: string, readonly name: string, readonly villagesWithout: { readonly __typename: 'RegionConnection', readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly __typename: 'Region', readonly code: string, readonly name: string, readonly kind: RegionKind, readonly path: string }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } } | null };

export type WelfareCategoriesQueryVariables = Exact<{
  search?: string | null | undefined;
  on?: string | null | undefined;
}>;


export type WelfareCategoriesQuery = { readonly welfareCategories: ReadonlyArray<{ readonly __typename: 'WelfareCategoryEntry', readonly category: WelfareCategory, readonly number: number, readonly group: WelfareGroup, readonly name: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string }, readonly term: { readonly __typename: 'WelfareTerm', readonly short: string, readonly name: string }, readonly groupName: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }> | null };

export type WelfareStatisticsQueryVariables = Exact<{
  region: string;
  year: number;
  month?: number | null | undefined;
  by?: StatisticsBreakdown;
  scheme?: GroupScheme | null | undefined;
}>;


export type WelfareStatisticsQuery = { readonly region: { readonly __typename: 'Region', readonly code: string, readonly name: string, readonly welfare: { readonly __typename: 'RegionWelfare', readonly statistics: { readonly __typename: 'WelfareStatistics', readonly months: ReadonlyArray<string>, readonly total: { readonly __typename: 'StatisticsCount', readonly count: number | null, readonly suppressed: boolean, readonly atLeast: number }, readonly lines: ReadonlyArray<{ readonly __typename: 'StatisticsLine', readonly value: string, readonly count: number | null, readonly suppressed: boolean, readonly atLeast: number, readonly label: { readonly __typename: 'LocalizedText', readonly en: string, readonly id: string } }> } } | null } | null };

export type WhoAmIQueryVariables = Exact<{ [key: string]: never; }>;


export type WhoAmIQuery = { readonly viewer: { readonly __typename: 'Viewer', readonly role: Role, readonly claimedRole: Role, readonly standing: ViewerStanding, readonly nationwide: boolean, readonly region: { readonly __typename: 'Region', readonly code: string, readonly name: string, readonly level: RegionLevel } | null, readonly office: { readonly __typename: 'Office', readonly id: string, readonly name: string | null } | null, readonly organization: { readonly __typename: 'Organization', readonly id: string, readonly name: string } | null } | null };

export type WhoLookedAtMeQueryVariables = Exact<{
  person: string;
  first?: number;
}>;


export type WhoLookedAtMeQuery = { readonly accessLog: { readonly __typename: 'AccessLog', readonly own: boolean, readonly organizations: { readonly __typename: 'AuditEntryConnection', readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly __typename: 'AuditEntry', readonly at: string, readonly actor: string, readonly role: string, readonly purpose: string | null, readonly operation: string, readonly fieldClasses: ReadonlyArray<string>, readonly decision: AuditDecision }> } | null, readonly welfareCases: { readonly __typename: 'AuditEntryConnection', readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly __typename: 'AuditEntry', readonly at: string, readonly actor: string, readonly role: string, readonly purpose: string | null, readonly operation: string, readonly fieldClasses: ReadonlyArray<string>, readonly decision: AuditDecision }> } | null, readonly training: { readonly __typename: 'AuditEntryConnection', readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly __typename: 'AuditEntry', readonly at: string, readonly actor: string, readonly role: string, readonly purpose: string | null, readonly operation: string, readonly fieldClasses: ReadonlyArray<string>, readonly decision: AuditDecision }> } | null, readonly awards: { readonly __typename: 'AuditEntryConnection', readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly __typename: 'AuditEntry', readonly at: string, readonly actor: string, readonly role: string, readonly purpose: string | null, readonly operation: string, readonly fieldClasses: ReadonlyArray<string>, readonly decision: AuditDecision }> } | null } | null };

export type WorkProgrammesQueryVariables = Exact<{
  region: string;
  year?: number | null | undefined;
  adoptedFrom?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type WorkProgrammesQuery = { readonly workProgrammes: { readonly __typename: 'WorkProgrammeConnection', readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly __typename: 'WorkProgramme', readonly id: string, readonly version: number, readonly year: number, readonly status: WorkProgrammeStatus, readonly viewerCan: ReadonlyArray<WorkProgrammeCommand>, readonly organization: { readonly __typename: 'Organization', readonly id: string, readonly name: string, readonly region: { readonly __typename: 'Region', readonly code: string, readonly name: string } | null } | null, readonly adoption: { readonly __typename: 'ProgrammeAdoption', readonly forum: ProgrammeForum, readonly on: string } | null, readonly budgets: ReadonlyArray<{ readonly __typename: 'ProgrammeBudget', readonly fundingSource: FundingSource, readonly amount: string, readonly planned: string, readonly spent: string }>, readonly activities: ReadonlyArray<{ readonly __typename: 'Activity', readonly id: string, readonly version: number, readonly title: string, readonly kind: ActivityKind, readonly pillar: WelfarePillar, readonly status: ActivityStatus, readonly plannedOn: string, readonly realisedOn: string | null, readonly sustained: boolean, readonly predecessor: { readonly __typename: 'Activity', readonly id: string, readonly year: number, readonly spent: string | null } | null }>, readonly evaluation: { readonly __typename: 'ProgrammeEvaluation', readonly on: string, readonly outcome: ProgrammeOutcome } | null }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };
