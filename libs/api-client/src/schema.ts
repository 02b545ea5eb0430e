// Made from openapi.json by `node scripts/run.mjs openapi`. Not to be edited.

export interface paths {
    "/api/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 账号列表
         * @description 权限 account.list：admin(any)
         */
        get: operations["Account_list"];
        put?: never;
        /**
         * 新建账号，给出一次性密码
         * @description 权限 account.create：admin(any)
         */
        post: operations["Account_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{accountId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一个账号
         * @description 权限 account.read：admin(any)
         */
        get: operations["Account_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{accountId}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 停用账号，其登录立即失效
         * @description 权限 account.disable：admin(any)
         */
        post: operations["Account_disable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{accountId}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 启用账号，并解除锁定
         * @description 权限 account.enable：admin(any)
         */
        post: operations["Account_enable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{accountId}/reset-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 重置为一次性密码
         * @description 权限 account.reset-password：admin(any)
         */
        post: operations["Account_reset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/addresses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 我的送达地址
         * @description 权限 address.list：office(any)、leader(any)、inspector(any)、unit(any)、admin(any)
         */
        get: operations["Address_mine"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/addresses/{channel}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * 设置我的送达地址，或不再用这个渠道接收
         * @description 权限 address.set：office(any)、leader(any)、inspector(any)、unit(any)、admin(any)
         */
        put: operations["Address_setMine"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assignments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 交办事项列表，新的在前
         * @description 权限 assignment.list：office(any)、leader(any)、inspector(any)、unit(own)
         */
        get: operations["Assignment_list"];
        put?: never;
        /**
         * 交办：一个主办单位、若干协办单位，各自签收办理；有一处不对就全部不交办
         * @description 权限 assignment.create：office(any)
         */
        post: operations["Assignment_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assignments/{assignmentId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一项交办和各单位的办理情况
         * @description 权限 assignment.read：office(any)、leader(any)、inspector(any)、unit(own)
         */
        get: operations["Assignment_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assignments/{assignmentId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 撤销交办，写明理由
         * @description 权限 assignment.cancel：office(any)
         */
        post: operations["Assignment_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assignments/{assignmentId}/units": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 加一个协办单位
         * @description 权限 assignment.add-unit：office(any)
         */
        post: operations["Assignment_addUnit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 审计：登录、被拒绝的操作、账号的增改，新的在前
         * @description 权限 audit.list：admin(any)
         */
        get: operations["Audit_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar-layers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 地方放假日的各个版本
         * @description 权限 calendar.layers：office(any)、leader(any)、inspector(any)、unit(any)
         */
        get: operations["Calendar_layers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendars": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 工作日历的各个版本
         * @description 权限 calendar.list：office(any)、leader(any)、inspector(any)、unit(any)
         */
        get: operations["Calendar_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendars/{calendarId}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 变更日历（带预览凭证）：新版本生效，时限按各自规则重算并通知有关人员
         * @description 权限 calendar.change：office(any)
         */
        post: operations["CalendarChange_change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendars/{calendarId}/changes/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 预览日历变更：哪些未办结时限、哪些待开启的轮次会变，不写入
         * @description 权限 calendar.preview：office(any)
         */
        post: operations["CalendarChange_preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendars/{calendarId}/days": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一个月里每天上班还是放假，由哪个通知规定
         * @description 权限 calendar.days：office(any)、leader(any)、inspector(any)、unit(any)
         */
        get: operations["Calendar_days"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dead-effects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 多次执行失败、已停下的待办效果
         * @description 权限 effect.list：office(any)、admin(any)
         */
        get: operations["Effect_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dead-effects/{effectId}/give-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 放弃：不再执行
         * @description 权限 effect.give-up：office(any)、admin(any)
         */
        post: operations["Effect_giveUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dead-effects/{effectId}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 重试：排除原因后再执行
         * @description 权限 effect.retry：office(any)、admin(any)
         */
        post: operations["Effect_retry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/extension-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 延期申请列表，新的在前
         * @description 权限 extension.list：office(any)、leader(any)、inspector(any)、unit(own)
         */
        get: operations["Extension_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/extension-requests/{requestId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一份延期申请
         * @description 权限 extension.read：office(any)、leader(any)、inspector(any)、unit(own)
         */
        get: operations["Extension_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/extension-requests/{requestId}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 批准延期；申请在到期前提出的，到期后仍可批准
         * @description 权限 extension.approve：office(judges)
         */
        post: operations["Extension_approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/extension-requests/{requestId}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 不予批准延期，写明理由
         * @description 权限 extension.refuse：office(judges)
         */
        post: operations["Extension_refuse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/extension-requests/{requestId}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 撤回延期申请
         * @description 权限 extension.withdraw：unit(owes)、office(owes)
         */
        post: operations["Extension_withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 全部历史，新的在前
         * @description 权限 history.list：office(any)
         */
        get: operations["History_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/history-chain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 核验历史：逐行重算封存链，指出第一处改动
         * @description 权限 history.verify：office(any)、admin(any)
         */
        get: operations["Chain_verify"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 自己的后台作业，新的在前
         * @description 权限 job.list：office(self)
         */
        get: operations["Job_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/{jobId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一个作业的进度和结局
         * @description 权限 job.read：office(self)
         */
        get: operations["Job_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/{jobId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 取消作业；已经写入的不会撤回（请用撤销导入）
         * @description 权限 job.cancel：office(self)
         */
        post: operations["Job_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/{jobId}/result": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 作业的结果（JSON），形状由作业种类决定：检查结果、导入结果或预演结果
         * @description 权限 job.result：office(self)
         */
        get: operations["Job_result"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledger/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 检查台账，不写入
         * @description 权限 ledger.check：office(any)
         */
        post: operations["Ledger_check"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledger/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 导入台账；有错则全部不导入，除非 skipErrors
         * @description 权限 ledger.import：office(any)
         */
        post: operations["Ledger_import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledger/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 历次导入，新的在前
         * @description 权限 ledger.list：office(any)
         */
        get: operations["Ledger_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledger/imports/{importId}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 撤销一个专项最近一次导入；其后已有下达、修改、任免等，则说明原因并拒绝
         * @description 权限 ledger.undo：office(any)
         */
        post: operations["Ledger_undo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledger/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 大台账：提交后台作业（检查、比较差异或导入），用作业编号看进度和结果
         * @description 权限 ledger.start-job：office(any)
         */
        post: operations["Ledger_startJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 外发消息；不选状态时只列没有送到和结果不明的
         * @description 权限 message.list：office(any)、admin(any)
         */
        get: operations["Message_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/messages/{messageId}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一条消息的经过
         * @description 权限 message.read：office(any)、admin(any)
         */
        get: operations["Message_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/messages/{messageId}/give-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 放弃：不再发送，通知仍在系统内
         * @description 权限 message.give-up：office(any)、admin(any)
         */
        post: operations["Message_giveUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/messages/{messageId}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 重发；结果不明的重发后对方可能收到两次
         * @description 权限 message.retry：office(any)、admin(any)
         */
        post: operations["Message_retry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/milestones": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 节点列表，跨专项、按日期
         * @description 权限 milestone.list：office(any)、leader(any)、inspector(any)、unit(own)
         */
        get: operations["Milestone_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/milestones/{milestoneId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一个节点
         * @description 权限 milestone.read：office(any)、leader(any)、inspector(any)、unit(own)
         */
        get: operations["Milestone_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * 变更节点的日期或内容，原来的留在历史里
         * @description 权限 milestone.change：office(any)
         */
        patch: operations["Milestone_change"];
        trace?: never;
    };
    "/api/milestones/{milestoneId}/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 节点完成，附完成情况和佐证
         * @description 权限 milestone.complete：office(any)、unit(own)
         */
        post: operations["Milestone_complete"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 我的通知，新的在前
         * @description 权限 notice.list：office(self)、leader(self)、inspector(self)、unit(self)
         */
        get: operations["Notice_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notices/{noticeId}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 标为已读
         * @description 权限 notice.read：office(self)、leader(self)、inspector(self)、unit(self)
         */
        post: operations["Notice_read"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/obligations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 责任事项列表
         * @description 权限 obligation.list：office(any)、leader(any)、inspector(any)、unit(own)
         */
        get: operations["Obligation_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/obligations/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 批量办结、退回或催办：逐项给出结果，或一项不成全部不办
         * @description 权限 obligation.batch：office(any)、leader(any)、inspector(any)
         */
        post: operations["Batch_batch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/obligations/{obligationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一个责任事项及其历次提交
         * @description 权限 obligation.read：office(any)、leader(any)、inspector(any)、unit(own)
         */
        get: operations["Obligation_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/obligations/{obligationId}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 办结（整改核查、回头看：通过）
         * @description 权限 obligation.accept：office(judges)、inspector(judges-office)
         */
        post: operations["Obligation_accept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/obligations/{obligationId}/extend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 批准延期（须在到期前）
         * @description 权限 obligation.extend：office(any)
         */
        post: operations["Obligation_extend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/obligations/{obligationId}/extension-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 申请延期（须在到期前，写明理由、新时限和进展）
         * @description 权限 extension.apply：unit(owes)、office(owes)
         */
        post: operations["Extension_apply"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/obligations/{obligationId}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一个责任事项的历史，新的在前
         * @description 权限 history.obligation：office(any)、leader(any)、inspector(any)、unit(own)
         */
        get: operations["History_ofObligation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/obligations/{obligationId}/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 这个事项发过的通知：送达和阅读回执
         * @description 权限 notice.receipts：office(any)、leader(any)、inspector(any)
         */
        get: operations["Receipt_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/obligations/{obligationId}/press": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 人工催办，每天一次
         * @description 权限 obligation.press：office(any)、leader(any)
         */
        post: operations["Obligation_press"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/obligations/{obligationId}/receive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 签收
         * @description 权限 obligation.receive：unit(owes)、office(owes)、inspector(owes)
         */
        post: operations["Obligation_receive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/obligations/{obligationId}/rectification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 批准整改建议，下达整改通知书
         * @description 权限 rectification.approve：office(any)
         */
        post: operations["Rectification_approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/obligations/{obligationId}/rectification/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 不采纳整改建议，写明理由
         * @description 权限 rectification.decline：office(any)
         */
        post: operations["Rectification_decline"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/obligations/{obligationId}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 恢复，剩余工作日顺延
         * @description 权限 obligation.resume：office(any)
         */
        post: operations["Obligation_resume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/obligations/{obligationId}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 退回重办（整改核查、回头看：再整改）
         * @description 权限 obligation.return：office(judges)、inspector(judges-office)
         */
        post: operations["Obligation_return"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/obligations/{obligationId}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 提交进展
         * @description 权限 obligation.submit：unit(owes)、office(owes)
         */
        post: operations["Obligation_submit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/obligations/{obligationId}/suspend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 中止（须在到期前）
         * @description 权限 obligation.suspend：office(any)
         */
        post: operations["Obligation_suspend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 组织
         * @description 权限 organization.list：office(any)、leader(any)、inspector(any)、unit(own)、admin(any)
         */
        get: operations["Organization_organizations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 人员及其现任岗位，同名的逐个列出
         * @description 权限 person.list：office(any)、admin(any)
         */
        get: operations["Person_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{personId}/addresses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一个人的送达地址
         * @description 权限 person.addresses：office(any)、admin(any)
         */
        get: operations["Address_of"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{personId}/addresses/{channel}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * 替一个人设置送达地址
         * @description 权限 person.set-address：office(any)、admin(any)
         */
        put: operations["Address_set"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{personId}/handover": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 移交岗位给一位或几位接任人，一次办完，可定以后的生效日期；未读通知转给接任人
         * @description 权限 person.hand-over：office(any)
         */
        post: operations["Person_handOver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{personId}/holdings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 移交前看清：名下的岗位、未办结事项、待审批申请、未读通知
         * @description 权限 person.holdings：office(any)
         */
        get: operations["Person_holdings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 督办规则的各个版本
         * @description 权限 policy.list：office(any)、leader(any)、inspector(any)、unit(any)
         */
        get: operations["Policy_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/posts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 岗位和现任
         * @description 权限 post.list：office(any)、leader(any)、inspector(any)、unit(own)
         */
        get: operations["Organization_posts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/posts/{postId}/appointments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一个岗位的历任、现任和已安排的接任，新的在前
         * @description 权限 post.appointments：office(any)、leader(any)、inspector(any)、unit(own)
         */
        get: operations["Appointment_list"];
        put?: never;
        /**
         * 任命岗位，对联挂它的全部项目生效；可定以后的开始日期和截止日期
         * @description 权限 post.appoint：office(any)
         */
        post: operations["Appointment_appoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/posts/{postId}/appointments/{appointmentId}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 结束一段任职；还没有开始的即取消，由移交安排的，原任职人照旧任职
         * @description 权限 post.end-appointment：office(any)
         */
        post: operations["Appointment_end"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/programmes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 专项列表
         * @description 权限 programme.list：office(any)、leader(any)、inspector(any)、unit(own)
         */
        get: operations["Programme_list"];
        put?: never;
        /**
         * 手工建专项；频次、督办规则先用默认的，下达前可改
         * @description 权限 programme.create：office(any)
         */
        post: operations["Programme_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/programmes/{programmeId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一个专项及其类别
         * @description 权限 programme.read：office(any)、leader(any)、inspector(any)、unit(own)
         */
        get: operations["Programme_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * 更改专项；名称和年度只在下达前可改
         * @description 权限 programme.change：office(any)
         */
        patch: operations["Programme_change"];
        trace?: never;
    };
    "/api/programmes/{programmeId}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 归档：项目全部结项或撤销后才可以
         * @description 权限 programme.archive：office(any)
         */
        post: operations["Programme_archive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/programmes/{programmeId}/board": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 督办看板：亮灯、逾期、按期率；可看任一过去时刻
         * @description 权限 board.read：office(any)、leader(any)、inspector(any)、unit(own)
         */
        get: operations["Board_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/programmes/{programmeId}/cadences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 专项现行的频次
         * @description 权限 cadence.list：office(any)、leader(any)、inspector(any)、unit(own)
         */
        get: operations["Cadence_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/programmes/{programmeId}/calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 专项现用的工作日历和暂定提示
         * @description 权限 calendar.programme：office(any)、leader(any)、inspector(any)、unit(own)
         */
        get: operations["ProgrammeCalendar_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/programmes/{programmeId}/categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 增加类别，排在最后
         * @description 权限 category.change：office(any)
         */
        post: operations["Category_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/programmes/{programmeId}/categories/order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * 排列类别：每类各列一次
         * @description 权限 category.change：office(any)
         */
        put: operations["Category_order"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/programmes/{programmeId}/categories/{categoryId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * 删除没有项目的类别
         * @description 权限 category.change：office(any)
         */
        delete: operations["Category_remove"];
        options?: never;
        head?: never;
        /**
         * 类别改名
         * @description 权限 category.change：office(any)
         */
        patch: operations["Category_rename"];
        trace?: never;
    };
    "/api/programmes/{programmeId}/launch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 下达项目（不填即全部未下达的）；一项不完整或不能下达则全部不下达
         * @description 权限 programme.launch：office(any)
         */
        post: operations["Programme_launch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/programmes/{programmeId}/ledger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 导出台账（Excel，与导入同一版式，带当前状态、亮灯和进展）
         * @description 权限 ledger.export：office(any)、leader(any)、inspector(any)、unit(own)
         */
        get: operations["LedgerExport_export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/programmes/{programmeId}/projects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 手工建项目（拟立项）；单位只能为本单位建
         * @description 权限 project.create：office(any)、unit(own)
         */
        post: operations["Founding_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/programmes/{programmeId}/rehearsals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 预演一个专项（后台作业），不改动任何数据；结果是逐条事件、末日看板和按期率
         * @description 权限 programme.rehearse：office(any)
         */
        post: operations["Rehearsal_start"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/programmes/{programmeId}/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 专项现行的频次和督办规则
         * @description 权限 rules.read：office(any)、leader(any)、inspector(any)、unit(own)
         */
        get: operations["Rules_read"];
        /**
         * 更改频次或督办规则：已开启的轮次不变，以后开启的按新的
         * @description 权限 rules.replace：office(any)
         */
        put: operations["Rules_replace"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/programmes/{programmeId}/rules/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 预览新规则（后台作业）：从现在起按现行和新规则各预演一遍，多发、少发、提前、推迟了什么；不改动任何数据
         * @description 权限 rules.preview：office(any)
         */
        post: operations["Rules_preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 项目列表
         * @description 权限 project.list：office(any)、leader(any)、inspector(any)、unit(own)
         */
        get: operations["Project_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{projectId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一个项目：五要素、“1+3”联挂、节点
         * @description 权限 project.read：office(any)、leader(any)、inspector(any)、unit(own)
         */
        get: operations["Project_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * 变更项目，原来的留在历史里；下达后改时限、责任单位的，在办事项随之重排并通知有关人员
         * @description 权限 project.amend：office(any)、unit(own)
         */
        patch: operations["Amendment_amend"];
        trace?: never;
    };
    "/api/projects/{projectId}/acceptance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 验收：通过或不通过，附意见；责任单位的人员不能验收
         * @description 权限 project.accept：office(judges)、inspector(judges)
         */
        post: operations["Founding_accept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{projectId}/amendments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 变更记录：逐字段，谁、何时、为什么，新的在前
         * @description 权限 project.amendments：office(any)、leader(any)、inspector(any)、unit(own)
         */
        get: operations["Amendment_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{projectId}/apply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 立项送审：来源、目标、举措、五项保障齐全才可以
         * @description 权限 project.apply：office(any)、unit(own)
         */
        post: operations["Founding_apply"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{projectId}/appointments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 为这个项目任命岗位，即日起生效
         * @description 权限 project.appoint：office(any)
         */
        post: operations["Project_appoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{projectId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 撤销
         * @description 权限 project.cancel：office(any)
         */
        post: operations["Project_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{projectId}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 结项
         * @description 权限 project.close：office(any)
         */
        post: operations["Project_close"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{projectId}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一个项目的历史，新的在前
         * @description 权限 history.project：office(any)、leader(any)、inspector(any)、unit(own)
         */
        get: operations["History_ofProject"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{projectId}/launch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 下达：五要素和“1+3”齐全才可以
         * @description 权限 project.launch：office(any)
         */
        post: operations["Project_launch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{projectId}/milestones": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 为项目增加节点
         * @description 权限 milestone.add：office(any)
         */
        post: operations["Milestone_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{projectId}/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 逐月计划和到今天的进度比较，附历次计划
         * @description 权限 plan.read：office(any)、leader(any)、inspector(any)、unit(own)
         */
        get: operations["Amendment_plan"];
        /**
         * 制定或改动逐月计划；原来的各版保留
         * @description 权限 plan.lay：office(any)、unit(own)
         */
        put: operations["Amendment_layPlan"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{projectId}/rectifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 对项目下达整改通知书
         * @description 权限 rectification.issue：office(any)
         */
        post: operations["Rectification_issue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{projectId}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 立项审核：同意或退回，附意见；责任单位的人员不能审
         * @description 权限 project.review：office(judges)
         */
        post: operations["Founding_review"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rectification-proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 整改建议，缺省只列待审的
         * @description 权限 rectification.proposals：office(any)
         */
        get: operations["Rectification_proposals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rectifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 整改案件列表
         * @description 权限 rectification.list：office(any)、leader(any)、inspector(any)、unit(own)
         */
        get: operations["Rectification_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rectifications/{caseId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一个整改案件及其各环节
         * @description 权限 rectification.read：office(any)、leader(any)、inspector(any)、unit(own)
         */
        get: operations["Rectification_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rectifications/{caseId}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 撤销整改，写明理由：未办结的环节一并撤销，并告知责任单位
         * @description 权限 rectification.withdraw：office(any)
         */
        post: operations["Rectification_withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rounds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 轮次列表，新的在前
         * @description 权限 round.list：office(any)、leader(any)、inspector(any)、unit(own)
         */
        get: operations["Round_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rounds/{roundId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一个轮次
         * @description 权限 round.read：office(any)、leader(any)、inspector(any)、unit(own)
         */
        get: operations["Round_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 我是谁
         * @description 权限 session.read：登录即可
         */
        get: operations["Session_me"];
        put?: never;
        /**
         * 登录：给出令牌，并写入 Cookie
         * @description 权限 session.create：无需登录
         */
        post: operations["Session_signIn"];
        /**
         * 退出
         * @description 权限 session.end：登录即可
         */
        delete: operations["Session_signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 修改自己的密码；其他登录全部失效
         * @description 权限 password.change：登录即可
         */
        post: operations["Session_changePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/set-aside": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 搁置清单：引擎无法推算、已越过的事项和轮次
         * @description 权限 set-aside.list：office(any)
         */
        get: operations["SetAside_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/set-aside/{setAsideId}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 重试：排除原因后，让这个事项或轮次重新推进
         * @description 权限 set-aside.retry：office(any)
         */
        post: operations["SetAside_retry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/livez": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 进程是否存活
         * @description 权限 system.read：无需登录
         */
        get: operations["System_live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 能否提供服务；时钟是否在走
         * @description 权限 system.read：无需登录
         */
        get: operations["System_ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Account: {
            accountId: number;
            login: string;
            name: string;
            /** @enum {string} */
            role: "office" | "leader" | "unit" | "inspector" | "admin";
            organizationId: number;
            organizationName: string;
            sample: boolean;
            /**
             * Format: date-time
             * @example 2026-07-31T17:30:00+08:00
             */
            disabledAt: string | null;
            /** @description 此人已移交在该组织的全部岗位，账号不能登录；重新任职即恢复 */
            handedOver: boolean;
            /**
             * Format: date-time
             * @example 2026-07-31T17:30:00+08:00
             */
            lockedUntil: string | null;
            /**
             * Format: date-time
             * @example 2026-07-31T17:30:00+08:00
             */
            createdAt: string;
        };
        Addresses: {
            /** @description 本系统现在开通的送达渠道；系统内通知总有 */
            channels: string[];
            addresses: {
                channel: string;
                address: string;
                /** @description 是否用这个渠道接收 */
                wanted: boolean;
                version: number;
                /**
                 * Format: date-time
                 * @example 2026-07-31T17:30:00+08:00
                 */
                changedAt: string;
            }[];
        };
        Amendment: {
            seq: number;
            /** @description 同一次变更里的第几个字段 */
            place: number;
            /**
             * Format: date-time
             * @example 2026-07-31T17:30:00+08:00
             */
            at: string;
            act: string;
            actor: string | null;
            why: string | null;
            field: string;
            before: unknown;
            after: unknown;
        };
        Appointment: {
            appointmentId: number;
            postId: number;
            personId: number;
            name: string;
            /**
             * Format: date-time
             * @example 2026-07-31T17:30:00+08:00
             */
            heldFrom: string;
            /**
             * Format: date-time
             * @description 不含；没有定结束日期的为 null
             * @example 2026-07-31T17:30:00+08:00
             */
            heldTo: string | null;
            handedOver: boolean;
        };
        Assignment: {
            assignmentId: number;
            /** @description 年度-序号，如 2026-3 */
            key: string;
            programmeId: number;
            roundId: number;
            title: string;
            /**
             * @description 交办依据
             * @enum {string}
             */
            basis: "公文" | "会议纪要" | "领导批示" | "其他";
            /** @description 领导批示或依据摘要 */
            basisText: string | null;
            /** @description 文号 */
            documentNumber: string | null;
            /** @enum {string} */
            urgency: "特急" | "加急" | "平件";
            /** @description 办理要求 */
            requirement: string;
            /**
             * Format: date-time
             * @example 2026-07-31T17:30:00+08:00
             */
            dueAt: string;
            withinWorkdays: number | null;
            /**
             * Format: date-time
             * @example 2026-07-31T17:30:00+08:00
             */
            assignedAt: string;
            assignedBy: string;
            /**
             * @description done：各单位都已办结
             * @enum {string}
             */
            state: "open" | "done" | "cancelled";
            /**
             * Format: date-time
             * @example 2026-07-31T17:30:00+08:00
             */
            cancelledAt: string | null;
            cancelWhy: string | null;
            units: {
                unitId: number;
                unit: string;
                /**
                 * @description lead 主办，support 协办
                 * @enum {string}
                 */
                role: "lead" | "support";
                /** @description 交办之后加入的 */
                later: boolean;
            }[];
            version: number;
        };
        AssignmentDetailAndClocks: {
            assignmentId: number;
            /** @description 年度-序号，如 2026-3 */
            key: string;
            programmeId: number;
            roundId: number;
            title: string;
            /**
             * @description 交办依据
             * @enum {string}
             */
            basis: "公文" | "会议纪要" | "领导批示" | "其他";
            /** @description 领导批示或依据摘要 */
            basisText: string | null;
            /** @description 文号 */
            documentNumber: string | null;
            /** @enum {string} */
            urgency: "特急" | "加急" | "平件";
            /** @description 办理要求 */
            requirement: string;
            /**
             * Format: date-time
             * @example 2026-07-31T17:30:00+08:00
             */
            dueAt: string;
            withinWorkdays: number | null;
            /**
             * Format: date-time
             * @example 2026-07-31T17:30:00+08:00
             */
            assignedAt: string;
            assignedBy: string;
            /**
             * @description done：各单位都已办结
             * @enum {string}
             */
            state: "open" | "done" | "cancelled";
            /**
             * Format: date-time
             * @example 2026-07-31T17:30:00+08:00
             */
            cancelledAt: string | null;
            cancelWhy: string | null;
            units: {
                unitId: number;
                unit: string;
                /**
                 * @description lead 主办，support 协办
                 * @enum {string}
                 */
                role: "lead" | "support";
                /** @description 交办之后加入的 */
                later: boolean;
            }[];
            version: number;
            /** @description 各单位的办理情况；单位账号只看到本单位的 */
            obligations: components["schemas"]["Obligation"][];
            clocks: components["schemas"]["Clocks"];
        };
        Audit: {
            seq: number;
            /**
             * Format: date-time
             * @example 2026-07-31T17:30:00+08:00
             */
            at: string;
            /** @description denied、sign-in、sign-in-failed、account-locked、sign-out，以及账号的增改 */
            act: string;
            accountId: number | null;
            login: string | null;
            /** @description 被拒的权限 */
            action: string | null;
            target: string | null;
            code: string | null;
            address: string | null;
            /** @description 此前一分钟内同一账号另有多少次未单独记录 */
            more: number;
            /** @description 账号由谁增改 */
            by: string | null;
            requestId: string | null;
        };
        BatchAndClocks: {
            done: number;
            refused: number;
            items: {
                obligationId: number;
                ok: boolean;
                /** @description 办理后的版本号 */
                version: number | null;
                code: string | null;
                /** @description 没有办理的原因和怎么办 */
                detail: string | null;
            }[];
            clocks: components["schemas"]["Clocks"];
        };
        BoardItem: {
            obligationId: number;
            projectId: number;
            /** @description 项目序号 */
            project: number;
            projectTitle: string;
            unitId: number;
            unit: string;
            cadence: string;
            period: string;
            state: string;
            /**
             * Format: date-time
             * @example 2026-07-31T17:30:00+08:00
             */
            dueAt: string;
            /**
             * Format: date-time
             * @example 2026-07-31T17:30:00+08:00
             */
            originalDueAt: string;
            /** @enum {string} */
            light: "red" | "yellow" | "green" | "blue" | "grey";
            overdueWorkdays: number;
        };
        Cadence: {
            key: string;
            version: number;
            /**
             * Format: date-time
             * @example 2026-07-31T17:30:00+08:00
             */
            createdAt: string;
            /** @description 频次：每月、每季等，何时开启、何时到期 */
            document: {
                [key: string]: unknown;
            };
        };
        Calendar: {
            calendarId: number;
            name: string;
            version: number;
            /** @description 由哪个全国版本加上地方放假日而成；全国日历为空 */
            baseId: number | null;
            /** @description 其中的地方放假日，见 /api/calendar-layers */
            layerIds: number[];
            reason: string | null;
            madeBy: string | null;
            /**
             * Format: date-time
             * @example 2026-07-31T17:30:00+08:00
             */
            createdAt: string;
            /** @description 放假日与调休上班日；notes 记每天由哪个通知规定 */
            document: {
                name: string;
                /** @description 节假日安排公布到哪一年；以后的日期为暂定 */
                publishedThrough: number;
                offDays: string[];
                makeupWorkdays: string[];
            } & {
                [key: string]: unknown;
            };
        };
        CalendarDay: {
            day: string;
            /** @description 1 为周一，7 为周日 */
            weekday: number;
            works: boolean;
            /**
             * @description makeup 为调休上班
             * @enum {string}
             */
            kind: "workday" | "weekend" | "off" | "makeup";
            name: string | null;
            /** @description 由哪个通知规定；平常的日子为空 */
            notice: string | null;
            /** @description 当年放假安排尚未公布，按周一至周五暂定 */
            provisional: boolean;
        };
        CalendarLayer: {
            layerId: number;
            organizationId: number;
            organization: string;
            /** @description 同一组织以最大的版本为准 */
            version: number;
            name: string;
            notice: string;
            days: ({
                day: string;
                /** @description true 放假，false 上班 */
                off: boolean;
            } & {
                [key: string]: unknown;
            })[];
            reason: string;
            madeBy: string | null;
            /**
             * Format: date-time
             * @example 2026-07-31T17:30:00+08:00
             */
            createdAt: string;
        };
        CalendarOutcome: {
            /** @description false：日历里本来就是这样，什么也不会改 */
            changed: boolean;
            /** @description 生效后的全国日历版本；预览时为空 */
            calendarId: number | null;
            name: string;
            programmes: {
                programmeId: number;
                title: string;
            }[];
            totals: {
                /** @description 改变的未办结时限（含只取消暂定的） */
                dues: number;
                /** @description 其中日期改变的 */
                moved: number;
                openings: number;
                /** @description 读不出或算不出、没有随日历调整而搁置的事项 */
                setAside: number;
            };
            /** @description 最多列出2000条 */
            dues: components["schemas"]["DueMove"][];
            /** @description 最多列出2000条 */
            openings: components["schemas"]["OpeningMove"][];
            /** @description 时限没有变、已搁置待处理的事项，请按原因修复后在搁置清单里重试；最多列出2000条 */
            setAside: components["schemas"]["PassedObligation"][];
            /** @description 此前应急调整过、这次不改的日期 */
            keptDays: string[];
            token: string;
        };
        CalendarOutcomeAndClocks: {
            /** @description false：日历里本来就是这样，什么也不会改 */
            changed: boolean;
            /** @description 生效后的全国日历版本；预览时为空 */
            calendarId: number | null;
            name: string;
            programmes: {
                programmeId: number;
                title: string;
            }[];
            totals: {
                /** @description 改变的未办结时限（含只取消暂定的） */
                dues: number;
                /** @description 其中日期改变的 */
                moved: number;
                openings: number;
                /** @description 读不出或算不出、没有随日历调整而搁置的事项 */
                setAside: number;
            };
            /** @description 最多列出2000条 */
            dues: components["schemas"]["DueMove"][];
            /** @description 最多列出2000条 */
            openings: components["schemas"]["OpeningMove"][];
            /** @description 时限没有变、已搁置待处理的事项，请按原因修复后在搁置清单里重试；最多列出2000条 */
            setAside: components["schemas"]["PassedObligation"][];
            /** @description 此前应急调整过、这次不改的日期 */
            keptDays: string[];
            token: string;
            clocks: components["schemas"]["Clocks"];
        };
        Clocks: {
            running: boolean;
            /** @description 时钟没有运行时的原因 */
            reason: string | null;
        };
        DeadEffect: {
            effectId: number;
            /** @description deliver-notices：送达通知 */
            kind: string;
            /** @description 收件人 */
            person: string | null;
            /** @description 其中第一条通知 */
            title: string | null;
            notices: number;
            attempts: number;
            /**
             * Format: date-time
             * @example 2026-07-31T17:30:00+08:00
             */
            createdAt: string;
            /**
             * Format: date-time
             * @example 2026-07-31T17:30:00+08:00
             */
            deadAt: string | null;
            reason: string;
        };
        DueMove: {
            obligationId: number;
            programmeId: number;
            projectId: number;
            projectNumber: number;
            projectTitle: string;
            unit: string;
            name: string;
            cadence: string;
            period: string;
            /**
             * Format: date-time
             * @example 2026-07-31T17:30:00+08:00
             */
            dueBefore: string;
            /**
             * Format: date-time
             * @example 2026-07-31T17:30:00+08:00
             */
            dueAfter: string;
            provisionalBefore: boolean;
            provisionalAfter: boolean;
            arithmeticBefore: string | null;
            arithmeticAfter: string | null;
        };
        ExtensionRequest: {
            requestId: number;
            obligationId: number;
            projectId: number;
            projectTitle: string;
            unitId: number;
            unit: string;
            cadence: string;
            period: string;
            /**
             * @description lapsed：事项已另行延期、办结或撤销，不再审批
             * @enum {string}
             */
            state: "pending" | "approved" | "refused" | "withdrawn" | "lapsed";
            /**
             * Format: date-time
             * @example 2026-07-31T17:30:00+08:00
             */
            appliedAt: string;
            appliedBy: string;
            why: string;
            progress: string;
            progressPercent: number | null;
            /** @description 申请延到哪一天 */
            newDue: string;
            /**
             * Format: date-time
             * @description 申请时的时限
             * @example 2026-07-31T17:30:00+08:00
             */
            dueWhenApplied: string;
            /**
             * Format: date-time
             * @description 现在的时限
             * @example 2026-07-31T17:30:00+08:00
             */
            dueAt: string;
            /**
             * Format: date-time
             * @example 2026-07-31T17:30:00+08:00
             */
            originalDueAt: string;
            /**
             * Format: date-time
             * @example 2026-07-31T17:30:00+08:00
             */
            decidedAt: string | null;
            decidedBy: string | null;
            decisionWhy: string | null;
            /** @description 批准延到哪一天 */
            grantedDue: string | null;
            version: number;
        };
        ExtensionRequestAndClocks: {
            requestId: number;
            obligationId: number;
            projectId: number;
            projectTitle: string;
            unitId: number;
            unit: string;
            cadence: string;
            period: string;
            /**
             * @description lapsed：事项已另行延期、办结或撤销，不再审批
             * @enum {string}
             */
            state: "pending" | "approved" | "refused" | "withdrawn" | "lapsed";
            /**
             * Format: date-time
             * @example 2026-07-31T17:30:00+08:00
             */
            appliedAt: string;
            appliedBy: string;
            why: string;
            progress: string;
            progressPercent: number | null;
            /** @description 申请延到哪一天 */
            newDue: string;
            /**
             * Format: date-time
             * @description 申请时的时限
             * @example 2026-07-31T17:30:00+08:00
             */
            dueWhenApplied: string;
            /**
             * Format: date-time
             * @description 现在的时限
             * @example 2026-07-31T17:30:00+08:00
             */
            dueAt: string;
            /**
             * Format: date-time
             * @example 2026-07-31T17:30:00+08:00
             */
            originalDueAt: string;
            /**
             * Format: date-time
             * @example 2026-07-31T17:30:00+08:00
             */
            decidedAt: string | null;
            decidedBy: string | null;
            decisionWhy: string | null;
            /** @description 批准延到哪一天 */
            grantedDue: string | null;
            version: number;
            clocks: components["schemas"]["Clocks"];
        };
        HandoverAndClocks: {
            posts: {
                postId: number;
                successorId: number | null;
                /** @description 转给接任人的未读通知数；生效日期在以后的，到时再转 */
                notices: number;
            }[];
            /** @description 生效后此人名下还有几个岗位 */
            remaining: number;
            /** @description 移交带来的、须有人马上处理的问题 */
            warnings: string[];
            clocks: components["schemas"]["Clocks"];
        };
        History: {
            seq: number;
            /**
             * Format: date-time
             * @example 2026-07-31T17:30:00+08:00
             */
            at: string;
            act: string;
            actor: string | null;
            actorId: number | null;
            projectId: number | null;
            obligationId: number | null;
            from: string | null;
            to: string | null;
            /**
             * Format: date-time
             * @example 2026-07-31T17:30:00+08:00
             */
            dueAt: string | null;
            dueRevision: number | null;
            late: boolean;
            why: string | null;
            data: {
                [key: string]: unknown;
            } | null;
            /** @description 由哪个请求引起，可据此查日志；引擎到点自动做的为 null */
            requestId: string | null;
        };
        HistoryChain: {
            /** @description 历史自封存以来没有被改动或删除 */
            whole: boolean;
            message: string;
            /** @description 已核验的历史行数 */
            rows: number;
            seals: number;
            /** @description 尚未封存的行数（最多数到 20），通常是最近一分钟的 */
            unsealed: number;
            firstBadSeq: number | null;
            /** @description 链尾摘要：抄存于系统之外，日后可以证明整条链没有被重写 */
            head: {
                number: number;
                hash: string;
            } | null;
        };
        HoldingsAndClocks: {
            personId: number;
            name: string;
            posts: {
                postId: number;
                title: string;
                relation: string;
                organizationId: number;
                organization: string;
                projectId: number | null;
                version: number;
                /**
                 * Format: date-time
                 * @example 2026-07-31T17:30:00+08:00
                 */
                heldFrom: string;
                /**
                 * Format: date-time
                 * @example 2026-07-31T17:30:00+08:00
                 */
                heldTo: string | null;
                /** @description 已安排、还没有开始 */
                planned: boolean;
                projects: number;
                unreadNotices: number;
            }[];
            openObligations: number;
            /** @description 最先到期的500项 */
            obligations: {
                obligationId: number;
                projectId: number;
                projectTitle: string;
                cadence: string;
                period: string;
                state: string;
                /**
                 * Format: date-time
                 * @example 2026-07-31T17:30:00+08:00
                 */
                dueAt: string;
                /** @description 以哪个岗位负责 */
                postId: number;
            }[];
            pendingRequests: {
                requestId: number;
                obligationId: number;
                projectTitle: string;
                newDue: string;
                postId: number;
            }[];
            unreadNotices: number;
            clocks: components["schemas"]["Clocks"];
        };
        Job: {
            jobId: number;
            /** @enum {string} */
            kind: "ledger-check" | "ledger-preview" | "ledger-import" | "rehearsal" | "rules-difference";
            /** @enum {string} */
            state: "queued" | "running" | "done" | "failed" | "cancelled";
            programmeId: number | null;
            /** @description 上传的文件名 */
            fileName: string | null;
            /**
             * Format: date-time
             * @example 2026-07-31T17:30:00+08:00
             */
            createdAt: string;
            /**
             * Format: date-time
             * @example 2026-07-31T17:30:00+08:00
             */
            startedAt: string | null;
            /**
             * Format: date-time
             * @example 2026-07-31T17:30:00+08:00
             */
            endedAt: string | null;
            progress: {
                /** @description 正在做什么 */
                text: string;
                done: number;
                /** @description 空表示还不知道总量 */
                total: number | null;
            };
            /** @description 第几次开始；中断后会重新开始 */
            attempts: number;
            cancelAsked: boolean;
            error: {
                code: string;
                detail: string;
                members: {
                    [key: string]: unknown;
                };
            } | null;
            /** @description 结果大小；空表示没有结果，或已清理 */
            resultBytes: number | null;
        };
        JobAndClocks: {
            jobId: number;
            /** @enum {string} */
            kind: "ledger-check" | "ledger-preview" | "ledger-import" | "rehearsal" | "rules-difference";
            /** @enum {string} */
            state: "queued" | "running" | "done" | "failed" | "cancelled";
            programmeId: number | null;
            /** @description 上传的文件名 */
            fileName: string | null;
            /**
             * Format: date-time
             * @example 2026-07-31T17:30:00+08:00
             */
            createdAt: string;
            /**
             * Format: date-time
             * @example 2026-07-31T17:30:00+08:00
             */
            startedAt: string | null;
            /**
             * Format: date-time
             * @example 2026-07-31T17:30:00+08:00
             */
            endedAt: string | null;
            progress: {
                /** @description 正在做什么 */
                text: string;
                done: number;
                /** @description 空表示还不知道总量 */
                total: number | null;
            };
            /** @description 第几次开始；中断后会重新开始 */
            attempts: number;
            cancelAsked: boolean;
            error: {
                code: string;
                detail: string;
                members: {
                    [key: string]: unknown;
                };
            } | null;
            /** @description 结果大小；空表示没有结果，或已清理 */
            resultBytes: number | null;
            clocks: components["schemas"]["Clocks"];
        };
        LedgerImport: {
            importId: number;
            /** @description 空：导入已撤销，连同它建立的专项 */
            programmeId: number | null;
            fileName: string;
            sha256: string;
            /**
             * Format: date-time
             * @example 2026-07-31T17:30:00+08:00
             */
            importedAt: string;
            importedBy: string | null;
            summary: {
                [key: string]: unknown;
            };
            /**
             * Format: date-time
             * @example 2026-07-31T17:30:00+08:00
             */
            undoneAt: string | null;
        };
        /**
         * @example {
         *       "name": "县民正局",
         *       "near": [
         *         "县民政局"
         *       ]
         *     }
         */
        LedgerNewcomer: {
            name: string;
            /** @description 系统里或同一台账里相近的名称，请核对是否写错 */
            near: string[];
        };
        LedgerProblem: {
            /** @enum {string} */
            severity: "error" | "notice";
            code: string;
            cell: string | null;
            message: string;
        };
        LightCounts: {
            red: number;
            yellow: number;
            green: number;
            blue: number;
            grey: number;
        };
        Message: {
            messageId: number;
            channel: string;
            personId: number;
            person: string;
            /**
             * @description unknown：结果不明，可能已送到；dead：没有送到，不再自动重试
             * @enum {string}
             */
            state: "queued" | "sending" | "sent" | "unknown" | "failed" | "dead" | "abandoned";
            urgent: boolean;
            /** @description 其中第一条通知 */
            title: string;
            /** @description 合并了几条通知 */
            notices: number;
            attempts: number;
            /** @description 人工重发了几次 */
            resends: number;
            /**
             * Format: date-time
             * @example 2026-07-31T17:30:00+08:00
             */
            queuedAt: string;
            /**
             * Format: date-time
             * @description 不早于此时再试
             * @example 2026-07-31T17:30:00+08:00
             */
            nextAt: string;
            /**
             * Format: date-time
             * @description 正文开始发送的时间
             * @example 2026-07-31T17:30:00+08:00
             */
            begunAt: string | null;
            /**
             * Format: date-time
             * @example 2026-07-31T17:30:00+08:00
             */
            settledAt: string | null;
            reason: string | null;
            version: number;
        };
        MessageEvent: {
            eventId: number;
            /**
             * Format: date-time
             * @example 2026-07-31T17:30:00+08:00
             */
            at: string;
            act: string;
            stateFrom: string | null;
            stateTo: string;
            /** @description 空：后台程序 */
            actor: string | null;
            reason: string | null;
        };
        Milestone: {
            milestoneId: number;
            projectId: number;
            project: string;
            unit: string;
            day: string;
            text: string;
            /** @description 来自台账的完成时限 */
            fromLedger: boolean;
            /**
             * Format: date-time
             * @example 2026-07-31T17:30:00+08:00
             */
            completedAt: string | null;
            evidence: string | null;
            /** @description 未完成且已过日期；项目结项、撤销后不再计 */
            overdue: boolean;
            version: number;
        };
        Notice: {
            noticeId: number;
            obligationId: number;
            projectId: number;
            /** @description remind、press、slip-<颜色>、list、propose-rectification、rectification-notice、return（退回）等 */
            action: string;
            /** @description 以哪个岗位收到 */
            post: string;
            title: string;
            /**
             * Format: date-time
             * @example 2026-07-31T17:30:00+08:00
             */
            at: string;
            /**
             * Format: date-time
             * @example 2026-07-31T17:30:00+08:00
             */
            dueAt: string;
            /** @description 系统停运后补发 */
            late: boolean;
            /**
             * Format: date-time
             * @example 2026-07-31T17:30:00+08:00
             */
            readAt: string | null;
        };
        Obligation: {
            obligationId: number;
            projectId: number;
            projectNumber: number;
            projectTitle: string;
            programmeId: number;
            roundId: number;
            roundName: string;
            cadence: string;
            period: string;
            /** @enum {string} */
            owedBy: "unit" | "office";
            unitId: number;
            unit: string;
            caseId: number | null;
            /** @enum {string} */
            state: "open" | "received" | "submitted" | "returned" | "suspended" | "accepted" | "cancelled";
            /**
             * @description 已办结、已撤销的没有灯
             * @enum {string|null}
             */
            light: "red" | "yellow" | "green" | "blue" | "grey" | null;
            /**
             * Format: date-time
             * @example 2026-07-31T17:30:00+08:00
             */
            openedAt: string;
            /**
             * Format: date-time
             * @example 2026-07-31T17:30:00+08:00
             */
            dueAt: string;
            /**
             * Format: date-time
             * @example 2026-07-31T17:30:00+08:00
             */
            originalDueAt: string;
            dueRevision: number;
            /** @description 时限用到尚未公布的节假日，为暂定 */
            provisional: boolean;
            /** @description 时限怎么算出来的 */
            arithmetic: string | null;
            /** @description 系统停运期间应开未开，补开的 */
            late: boolean;
            /**
             * Format: date-time
             * @example 2026-07-31T17:30:00+08:00
             */
            receivedAt: string | null;
            /**
             * Format: date-time
             * @example 2026-07-31T17:30:00+08:00
             */
            submittedAt: string | null;
            /**
             * Format: date-time
             * @example 2026-07-31T17:30:00+08:00
             */
            returnedAt: string | null;
            returnCount: number;
            /**
             * Format: date-time
             * @example 2026-07-31T17:30:00+08:00
             */
            endedAt: string | null;
            version: number;
            /** @description 待审批的延期申请；审批前仍按现时限计 */
            pendingExtension: {
                requestId: number;
                newDue: string;
            } | null;
            /** @description 此账号现在办理会被接受的动作；对项目下达整改通知书也在内 */
            mayDo: ("receive" | "submit" | "accept" | "return" | "extend" | "suspend" | "resume" | "press" | "apply-extension" | "issue-rectification" | "approve-rectification" | "decline-rectification")[];
        };
        ObligationDetailAndClocks: {
            obligationId: number;
            projectId: number;
            projectNumber: number;
            projectTitle: string;
            programmeId: number;
            roundId: number;
            roundName: string;
            cadence: string;
            period: string;
            /** @enum {string} */
            owedBy: "unit" | "office";
            unitId: number;
            unit: string;
            caseId: number | null;
            /** @enum {string} */
            state: "open" | "received" | "submitted" | "returned" | "suspended" | "accepted" | "cancelled";
            /**
             * @description 已办结、已撤销的没有灯
             * @enum {string|null}
             */
            light: "red" | "yellow" | "green" | "blue" | "grey" | null;
            /**
             * Format: date-time
             * @example 2026-07-31T17:30:00+08:00
             */
            openedAt: string;
            /**
             * Format: date-time
             * @example 2026-07-31T17:30:00+08:00
             */
            dueAt: string;
            /**
             * Format: date-time
             * @example 2026-07-31T17:30:00+08:00
             */
            originalDueAt: string;
            dueRevision: number;
            /** @description 时限用到尚未公布的节假日，为暂定 */
            provisional: boolean;
            /** @description 时限怎么算出来的 */
            arithmetic: string | null;
            /** @description 系统停运期间应开未开，补开的 */
            late: boolean;
            /**
             * Format: date-time
             * @example 2026-07-31T17:30:00+08:00
             */
            receivedAt: string | null;
            /**
             * Format: date-time
             * @example 2026-07-31T17:30:00+08:00
             */
            submittedAt: string | null;
            /**
             * Format: date-time
             * @example 2026-07-31T17:30:00+08:00
             */
            returnedAt: string | null;
            returnCount: number;
            /**
             * Format: date-time
             * @example 2026-07-31T17:30:00+08:00
             */
            endedAt: string | null;
            version: number;
            /** @description 待审批的延期申请；审批前仍按现时限计 */
            pendingExtension: {
                requestId: number;
                newDue: string;
            } | null;
            /** @description 此账号现在办理会被接受的动作；对项目下达整改通知书也在内 */
            mayDo: ("receive" | "submit" | "accept" | "return" | "extend" | "suspend" | "resume" | "press" | "apply-extension" | "issue-rectification" | "approve-rectification" | "decline-rectification")[];
            submissions: components["schemas"]["Submission"][];
            /** @description 有待审的整改建议 */
            proposalPending: boolean;
            extensionRequests: components["schemas"]["ExtensionRequest"][];
            clocks: components["schemas"]["Clocks"];
        };
        OpeningMove: {
            programmeId: number;
            /** @description 只有回头看指明项目 */
            projectId: number | null;
            name: string;
            cadence: string;
            period: string;
            /**
             * Format: date-time
             * @description 空：原本在下达之前，不开启
             * @example 2026-07-31T17:30:00+08:00
             */
            opensBefore: string | null;
            /**
             * Format: date-time
             * @description 空：变更后在下达之前，不再开启
             * @example 2026-07-31T17:30:00+08:00
             */
            opensAfter: string | null;
            /**
             * Format: date-time
             * @example 2026-07-31T17:30:00+08:00
             */
            dueBefore: string | null;
            /**
             * Format: date-time
             * @example 2026-07-31T17:30:00+08:00
             */
            dueAfter: string | null;
            provisionalBefore: boolean;
            provisionalAfter: boolean;
            arithmetic: string | null;
        };
        Organization: {
            organizationId: number;
            parentId: number | null;
            name: string;
            /** @description county、office 或 unit */
            kind: string;
        };
        PassedObligation: {
            obligationId: number;
            programmeId: number;
            projectId: number;
            projectTitle: string;
            cadence: string;
            period: string;
            reason: string;
        };
        Person: {
            personId: number;
            name: string;
            phone: string | null;
            /** @description 现任岗位 */
            posts: {
                postId: number;
                title: string;
                relation: string;
                organizationId: number;
                organization: string;
                projectId: number | null;
                version: number;
            }[];
        };
        Policy: {
            policyId: number;
            key: string;
            version: number;
            /**
             * Format: date-time
             * @example 2026-07-31T17:30:00+08:00
             */
            createdAt: string;
            /** @description 现在采用它的专项 */
            programmeIds: number[];
            /** @description 督办阶梯：各级何时、做什么、发给谁 */
            document: {
                [key: string]: unknown;
            };
        };
        Post: {
            postId: number;
            organizationId: number;
            relation: string;
            title: string;
            projectId: number | null;
            holderId: number | null;
            holder: string | null;
            /**
             * Format: date-time
             * @example 2026-07-31T17:30:00+08:00
             */
            heldFrom: string | null;
            /**
             * Format: date-time
             * @description 已定的结束时间，不含
             * @example 2026-07-31T17:30:00+08:00
             */
            heldTo: string | null;
            version: number;
        };
        PostAppointment: {
            postId: number;
            /** @description 联挂这个岗位的项目数 */
            projects: number;
        };
        /** @description RFC 9457。另有成员：errors（逐项错误）、present（409 时的现状）、problems（台账问题）等 */
        Problem: {
            type: string;
            title: string;
            status: number;
            /** @description 中文说明，告诉用户怎么办 */
            detail: string;
            /** @description 错误编号，可据此查日志 */
            instance: string;
            /** @description 稳定代码 */
            code: string;
        };
        Programme: {
            programmeId: number;
            title: string;
            year: number;
            /** @enum {string} */
            state: "draft" | "launched" | "archived";
            calendarId: number;
            /**
             * Format: date-time
             * @example 2026-07-31T17:30:00+08:00
             */
            launchedAt: string | null;
            /**
             * Format: date-time
             * @example 2026-07-31T17:30:00+08:00
             */
            archivedAt: string | null;
            /**
             * Format: date-time
             * @description 下一轮开启的时间
             * @example 2026-07-31T17:30:00+08:00
             */
            nextOpeningAt: string | null;
            /**
             * Format: date-time
             * @example 2026-07-31T17:30:00+08:00
             */
            createdAt: string;
            /** @description 此账号看得到的项目数 */
            projects: number;
            version: number;
        };
        ProgrammeCalendar: {
            calendarId: number;
            name: string;
            version: number;
            publishedThrough: number;
            layers: {
                layerId: number;
                organization: string;
                name: string;
                notice: string;
            }[];
            /** @description 暂定提示 */
            provisional: {
                /** @description 未办结、时限为暂定的事项（此账号看得到的） */
                open: number;
                /**
                 * Format: date-time
                 * @description 其中最早的时限
                 * @example 2026-07-31T17:30:00+08:00
                 */
                firstDueAt: string | null;
                /** @description 下一年的放假安排还没有导入 */
                nextYearMissing: boolean;
                /** @description 给用户看的提示；没有暂定的时限为空 */
                banner: string | null;
            };
        };
        ProgrammeDetail: {
            programmeId: number;
            title: string;
            year: number;
            /** @enum {string} */
            state: "draft" | "launched" | "archived";
            calendarId: number;
            /**
             * Format: date-time
             * @example 2026-07-31T17:30:00+08:00
             */
            launchedAt: string | null;
            /**
             * Format: date-time
             * @example 2026-07-31T17:30:00+08:00
             */
            archivedAt: string | null;
            /**
             * Format: date-time
             * @description 下一轮开启的时间
             * @example 2026-07-31T17:30:00+08:00
             */
            nextOpeningAt: string | null;
            /**
             * Format: date-time
             * @example 2026-07-31T17:30:00+08:00
             */
            createdAt: string;
            /** @description 此账号看得到的项目数 */
            projects: number;
            version: number;
            /** @description 结项前须先验收 */
            acceptanceRequired: boolean;
            /** @description 序时进度落后多少个百分点起黄灯、超过多少红灯 */
            planLights: {
                yellowFromPoints: number;
                redOverPoints: number;
            };
            /** @description 此账号看得到的合计 */
            totals: {
                /** @description 如 15类28项 */
                words: string;
                categories: number;
                projects: number;
                byState: {
                    [key: string]: number;
                };
                emptyCategories: number;
                declaredCategories: number | null;
                declaredProjects: number | null;
                /** @description 与清单自报的类数、项数是否相符；没有自报的、只看得到一部分的为空 */
                agrees: boolean | null;
            };
            categories: {
                categoryId: number;
                name: string;
                projects: number;
            }[];
        };
        ProgrammeDetailAndClocks: {
            programmeId: number;
            title: string;
            year: number;
            /** @enum {string} */
            state: "draft" | "launched" | "archived";
            calendarId: number;
            /**
             * Format: date-time
             * @example 2026-07-31T17:30:00+08:00
             */
            launchedAt: string | null;
            /**
             * Format: date-time
             * @example 2026-07-31T17:30:00+08:00
             */
            archivedAt: string | null;
            /**
             * Format: date-time
             * @description 下一轮开启的时间
             * @example 2026-07-31T17:30:00+08:00
             */
            nextOpeningAt: string | null;
            /**
             * Format: date-time
             * @example 2026-07-31T17:30:00+08:00
             */
            createdAt: string;
            /** @description 此账号看得到的项目数 */
            projects: number;
            version: number;
            /** @description 结项前须先验收 */
            acceptanceRequired: boolean;
            /** @description 序时进度落后多少个百分点起黄灯、超过多少红灯 */
            planLights: {
                yellowFromPoints: number;
                redOverPoints: number;
            };
            /** @description 此账号看得到的合计 */
            totals: {
                /** @description 如 15类28项 */
                words: string;
                categories: number;
                projects: number;
                byState: {
                    [key: string]: number;
                };
                emptyCategories: number;
                declaredCategories: number | null;
                declaredProjects: number | null;
                /** @description 与清单自报的类数、项数是否相符；没有自报的、只看得到一部分的为空 */
                agrees: boolean | null;
            };
            categories: {
                categoryId: number;
                name: string;
                projects: number;
            }[];
            clocks: components["schemas"]["Clocks"];
        };
        Progress: {
            /** @description 按逐月计划，到今天应完成的累计百分比；没有计划为空 */
            plannedPercent: number | null;
            /** @description 最近一次报送的完成比例；没有报送为空 */
            actualPercent: number | null;
            /** @description 实际减计划，百分点；没有报送按0计 */
            deviationPoints: number | null;
            /**
             * @description 序时进度亮灯，界限由专项设定
             * @enum {string|null}
             */
            light: "green" | "yellow" | "red" | null;
        };
        Project: {
            projectId: number;
            programmeId: number;
            number: number;
            categoryId: number;
            category: string;
            title: string;
            unitId: number;
            unit: string;
            deadline: string | null;
            /** @description 长期坚持，没有时限 */
            standing: boolean;
            /** @enum {string} */
            state: "proposed" | "reviewing" | "returned" | "draft" | "launched" | "accepted" | "closed" | "cancelled";
            /**
             * @description 来自台账（督办室审定后导入，视同已立项）或手工申报
             * @enum {string}
             */
            origin: "ledger" | "hand";
            /**
             * @description 立项来源
             * @enum {string|null}
             */
            source: "重点工作" | "难点问题" | "薄弱环节" | null;
            /** @enum {string|null} */
            level: "省级" | "市级" | "县级" | "乡级" | "村级" | null;
            progress: components["schemas"]["Progress"];
            /**
             * Format: date-time
             * @example 2026-07-31T17:30:00+08:00
             */
            launchedAt: string | null;
            /**
             * Format: date-time
             * @example 2026-07-31T17:30:00+08:00
             */
            closedAt: string | null;
            version: number;
        };
        ProjectDetail: {
            projectId: number;
            programmeId: number;
            number: number;
            categoryId: number;
            category: string;
            title: string;
            unitId: number;
            unit: string;
            deadline: string | null;
            /** @description 长期坚持，没有时限 */
            standing: boolean;
            /** @enum {string} */
            state: "proposed" | "reviewing" | "returned" | "draft" | "launched" | "accepted" | "closed" | "cancelled";
            /**
             * @description 来自台账（督办室审定后导入，视同已立项）或手工申报
             * @enum {string}
             */
            origin: "ledger" | "hand";
            /**
             * @description 立项来源
             * @enum {string|null}
             */
            source: "重点工作" | "难点问题" | "薄弱环节" | null;
            /** @enum {string|null} */
            level: "省级" | "市级" | "县级" | "乡级" | "村级" | null;
            progress: components["schemas"]["Progress"];
            /**
             * Format: date-time
             * @example 2026-07-31T17:30:00+08:00
             */
            launchedAt: string | null;
            /**
             * Format: date-time
             * @example 2026-07-31T17:30:00+08:00
             */
            closedAt: string | null;
            version: number;
            objective: string | null;
            measures: string | null;
            supportingUnits: string[];
            notes: {
                [key: string]: string;
            };
            sourceText: string | null;
            /** @description 五项保障 */
            guarantees: {
                /** 组织保障 */
                organization?: string;
                /** 人才保障 */
                talent?: string;
                /** 资金保障 */
                funds?: string;
                /** 技术保障 */
                technology?: string;
                /** 机制保障 */
                mechanism?: string;
            };
            /** @description 立项审核；来自台账的没有 */
            review: {
                /**
                 * Format: date-time
                 * @example 2026-07-31T17:30:00+08:00
                 */
                at: string | null;
                by: string | null;
                opinion: string | null;
            };
            /** @description 验收 */
            acceptance: {
                /**
                 * Format: date-time
                 * @example 2026-07-31T17:30:00+08:00
                 */
                at: string | null;
                by: string | null;
                opinion: string | null;
            };
            /** @description 上级清单项目；此账号看不到的为空 */
            parent: {
                projectId: number;
                title: string;
            } | null;
            /** @description 下级清单项目中此账号看得到的 */
            children: {
                projectId: number;
                title: string;
            }[];
            milestones: components["schemas"]["Milestone"][];
            posts: {
                relation: string;
                postId: number;
                title: string;
                holder: string | null;
            }[];
        };
        ProjectDetailAndClocks: {
            projectId: number;
            programmeId: number;
            number: number;
            categoryId: number;
            category: string;
            title: string;
            unitId: number;
            unit: string;
            deadline: string | null;
            /** @description 长期坚持，没有时限 */
            standing: boolean;
            /** @enum {string} */
            state: "proposed" | "reviewing" | "returned" | "draft" | "launched" | "accepted" | "closed" | "cancelled";
            /**
             * @description 来自台账（督办室审定后导入，视同已立项）或手工申报
             * @enum {string}
             */
            origin: "ledger" | "hand";
            /**
             * @description 立项来源
             * @enum {string|null}
             */
            source: "重点工作" | "难点问题" | "薄弱环节" | null;
            /** @enum {string|null} */
            level: "省级" | "市级" | "县级" | "乡级" | "村级" | null;
            progress: components["schemas"]["Progress"];
            /**
             * Format: date-time
             * @example 2026-07-31T17:30:00+08:00
             */
            launchedAt: string | null;
            /**
             * Format: date-time
             * @example 2026-07-31T17:30:00+08:00
             */
            closedAt: string | null;
            version: number;
            objective: string | null;
            measures: string | null;
            supportingUnits: string[];
            notes: {
                [key: string]: string;
            };
            sourceText: string | null;
            /** @description 五项保障 */
            guarantees: {
                /** 组织保障 */
                organization?: string;
                /** 人才保障 */
                talent?: string;
                /** 资金保障 */
                funds?: string;
                /** 技术保障 */
                technology?: string;
                /** 机制保障 */
                mechanism?: string;
            };
            /** @description 立项审核；来自台账的没有 */
            review: {
                /**
                 * Format: date-time
                 * @example 2026-07-31T17:30:00+08:00
                 */
                at: string | null;
                by: string | null;
                opinion: string | null;
            };
            /** @description 验收 */
            acceptance: {
                /**
                 * Format: date-time
                 * @example 2026-07-31T17:30:00+08:00
                 */
                at: string | null;
                by: string | null;
                opinion: string | null;
            };
            /** @description 上级清单项目；此账号看不到的为空 */
            parent: {
                projectId: number;
                title: string;
            } | null;
            /** @description 下级清单项目中此账号看得到的 */
            children: {
                projectId: number;
                title: string;
            }[];
            milestones: components["schemas"]["Milestone"][];
            posts: {
                relation: string;
                postId: number;
                title: string;
                holder: string | null;
            }[];
            clocks: components["schemas"]["Clocks"];
        };
        ProjectPlan: {
            projectId: number;
            projectVersion: number;
            /** @description 还没有计划为空 */
            planVersion: number | null;
            asOf: string;
            /** @description 完成时限已变更，计划不再止于时限所在月，请改计划 */
            outdated: boolean;
            plannedPercent: number | null;
            actualPercent: number | null;
            deviationPoints: number | null;
            /** @enum {string|null} */
            light: "green" | "yellow" | "red" | null;
            lights: {
                yellowFromPoints: number;
                redOverPoints: number;
            };
            lines: {
                month: string;
                percent: number;
                text: string | null;
                /** @description 这一行的最后一天 */
                endsOn: string;
                /** @description 到这一天最近一次报送的完成比例；还没到的为空 */
                actualPercent: number | null;
            }[];
            versions: {
                planVersion: number;
                /**
                 * Format: date-time
                 * @example 2026-07-31T17:30:00+08:00
                 */
                madeAt: string;
                madeBy: string | null;
                why: string | null;
                lines: {
                    month: string;
                    percent: number;
                    text: string | null;
                }[];
            }[];
        };
        Receipt: {
            noticeId: number;
            action: string;
            post: string;
            /** @description 空：当时岗位空缺，没有送给任何人 */
            person: string | null;
            title: string;
            /**
             * Format: date-time
             * @example 2026-07-31T17:30:00+08:00
             */
            at: string;
            late: boolean;
            urgent: boolean;
            /**
             * Format: date-time
             * @description 进入收件人系统内通知的时间
             * @example 2026-07-31T17:30:00+08:00
             */
            deliveredAt: string | null;
            /**
             * Format: date-time
             * @description 收件人在系统内读到的时间
             * @example 2026-07-31T17:30:00+08:00
             */
            readAt: string | null;
            /** @description 系统外的送达 */
            messages: {
                channel: string;
                state: string;
            }[];
        };
        RectificationCase: {
            caseId: number;
            /** @description 年度-序号，如 2026-1 */
            key: string;
            projectId: number;
            projectTitle: string;
            unitId: number;
            unit: string;
            /** @enum {string} */
            reason: "工作不重视" | "活动不扎实" | "效果不明显" | "其他";
            reasonText: string | null;
            withinWorkdays: number;
            attempt: number;
            /**
             * Format: date-time
             * @example 2026-07-31T17:30:00+08:00
             */
            issuedAt: string;
            issuedBy: string | null;
            sourceObligationId: number | null;
            /**
             * Format: date-time
             * @description 销号
             * @example 2026-07-31T17:30:00+08:00
             */
            closedOutAt: string | null;
            /**
             * Format: date-time
             * @description 回头看后归档
             * @example 2026-07-31T17:30:00+08:00
             */
            archivedAt: string | null;
            /**
             * Format: date-time
             * @description 撤销整改
             * @example 2026-07-31T17:30:00+08:00
             */
            withdrawnAt: string | null;
            withdrawnBy: string | null;
            withdrawWhy: string | null;
            /** @description 撤销整改时带上；环节有办理即改变 */
            version: number;
        };
        RectificationCaseDetailAndClocks: {
            caseId: number;
            /** @description 年度-序号，如 2026-1 */
            key: string;
            projectId: number;
            projectTitle: string;
            unitId: number;
            unit: string;
            /** @enum {string} */
            reason: "工作不重视" | "活动不扎实" | "效果不明显" | "其他";
            reasonText: string | null;
            withinWorkdays: number;
            attempt: number;
            /**
             * Format: date-time
             * @example 2026-07-31T17:30:00+08:00
             */
            issuedAt: string;
            issuedBy: string | null;
            sourceObligationId: number | null;
            /**
             * Format: date-time
             * @description 销号
             * @example 2026-07-31T17:30:00+08:00
             */
            closedOutAt: string | null;
            /**
             * Format: date-time
             * @description 回头看后归档
             * @example 2026-07-31T17:30:00+08:00
             */
            archivedAt: string | null;
            /**
             * Format: date-time
             * @description 撤销整改
             * @example 2026-07-31T17:30:00+08:00
             */
            withdrawnAt: string | null;
            withdrawnBy: string | null;
            withdrawWhy: string | null;
            /** @description 撤销整改时带上；环节有办理即改变 */
            version: number;
            stages: components["schemas"]["Obligation"][];
            clocks: components["schemas"]["Clocks"];
        };
        RectificationProposal: {
            obligationId: number;
            /**
             * Format: date-time
             * @example 2026-07-31T17:30:00+08:00
             */
            proposedAt: string;
            projectId: number;
            projectTitle: string;
            unit: string;
            cadence: string;
            period: string;
            /** @enum {string} */
            state: "pending" | "used" | "declined";
            /** @description 据此下达的整改案件 */
            caseId: number | null;
            /**
             * Format: date-time
             * @example 2026-07-31T17:30:00+08:00
             */
            declinedAt: string | null;
            declinedBy: string | null;
            declineWhy: string | null;
        };
        Round: {
            roundId: number;
            programmeId: number;
            name: string;
            cadence: string;
            period: string;
            /**
             * Format: date-time
             * @example 2026-07-31T17:30:00+08:00
             */
            opensAt: string;
            /**
             * Format: date-time
             * @example 2026-07-31T17:30:00+08:00
             */
            openedAt: string;
            provisional: boolean;
            arithmetic: string | null;
            obligations: number;
            /** @description 还没有办结的 */
            live: number;
        };
        RoundAndClocks: {
            roundId: number;
            programmeId: number;
            name: string;
            cadence: string;
            period: string;
            /**
             * Format: date-time
             * @example 2026-07-31T17:30:00+08:00
             */
            opensAt: string;
            /**
             * Format: date-time
             * @example 2026-07-31T17:30:00+08:00
             */
            openedAt: string;
            provisional: boolean;
            arithmetic: string | null;
            obligations: number;
            /** @description 还没有办结的 */
            live: number;
            clocks: components["schemas"]["Clocks"];
        };
        SetAside: {
            setAsideId: number;
            programmeId: number;
            programme: string;
            /** @description 空：某一期没有能开启 */
            obligationId: number | null;
            project: string | null;
            cadence: string;
            period: string;
            /**
             * Format: date-time
             * @example 2026-07-31T17:30:00+08:00
             */
            at: string;
            /** @description 推算或写入时的错误 */
            reason: string;
        };
        Submission: {
            /**
             * Format: date-time
             * @example 2026-07-31T17:30:00+08:00
             */
            submittedAt: string;
            submittedBy: string | null;
            progressPercent: number | null;
            text: string | null;
            problems: string | null;
            nextSteps: string | null;
        };
    };
    responses: {
        /** @description MALFORMED 请求格式有误；BAD_CURSOR 翻页标记无效；BAD_IDEMPOTENCY_KEY 幂等键格式有误 */
        Malformed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:duban:problem:MALFORMED",
                 *       "title": "请求格式有误",
                 *       "status": 400,
                 *       "detail": "请求内容读不懂：请检查 JSON 是否完整、网址和编码是否正确",
                 *       "instance": "urn:duban:request:3f0d3c1e-0f4b-4a57-9a53-6a1f0f6f2d10",
                 *       "code": "MALFORMED"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "MALFORMED" | "BAD_CURSOR" | "BAD_IDEMPOTENCY_KEY";
                };
            };
        };
        /** @description UNAUTHENTICATED 请先登录 */
        Unauthenticated: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:duban:problem:UNAUTHENTICATED",
                 *       "title": "请先登录",
                 *       "status": 401,
                 *       "detail": "您还没有登录，或登录已过期，请重新登录",
                 *       "instance": "urn:duban:request:3f0d3c1e-0f4b-4a57-9a53-6a1f0f6f2d10",
                 *       "code": "UNAUTHENTICATED"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "UNAUTHENTICATED";
                };
            };
        };
        /** @description FORBIDDEN 无权办理；PASSWORD_CHANGE_REQUIRED 请先修改密码；BAD_ORIGIN 来源不被信任 */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:duban:problem:FORBIDDEN",
                 *       "title": "无权办理",
                 *       "status": 403,
                 *       "detail": "财政局的这个账号（责任单位）不能这样办理：单位账号只办理本单位应办的事项；如确需办理，请联系督办室",
                 *       "instance": "urn:duban:request:3f0d3c1e-0f4b-4a57-9a53-6a1f0f6f2d10",
                 *       "code": "FORBIDDEN"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "FORBIDDEN" | "PASSWORD_CHANGE_REQUIRED" | "BAD_ORIGIN";
                };
            };
        };
        /** @description NOT_FOUND 没有找到 */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:duban:problem:NOT_FOUND",
                 *       "title": "没有找到",
                 *       "status": 404,
                 *       "detail": "没有找到，或您无权查看",
                 *       "instance": "urn:duban:request:3f0d3c1e-0f4b-4a57-9a53-6a1f0f6f2d10",
                 *       "code": "NOT_FOUND"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "NOT_FOUND";
                };
            };
        };
        /** @description CONFLICT 与现有记录冲突；KEY_IN_USE 同一个请求还在办理中 */
        Conflict: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:duban:problem:CONFLICT",
                 *       "title": "与现有记录冲突",
                 *       "status": 409,
                 *       "detail": "刚有人做了同样的操作，请刷新后再试",
                 *       "instance": "urn:duban:request:3f0d3c1e-0f4b-4a57-9a53-6a1f0f6f2d10",
                 *       "code": "CONFLICT"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "CONFLICT" | "KEY_IN_USE";
                };
            };
        };
        /** @description BODY_TOO_LARGE 内容过大 */
        TooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:duban:problem:BODY_TOO_LARGE",
                 *       "title": "内容过大",
                 *       "status": 413,
                 *       "detail": "提交的内容太大，请精简文字或拆分文件后再提交",
                 *       "instance": "urn:duban:request:3f0d3c1e-0f4b-4a57-9a53-6a1f0f6f2d10",
                 *       "code": "BODY_TOO_LARGE"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "BODY_TOO_LARGE";
                };
            };
        };
        /** @description UNSUPPORTED_MEDIA_TYPE 不支持的内容类型 */
        WrongType: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:duban:problem:UNSUPPORTED_MEDIA_TYPE",
                 *       "title": "不支持的内容类型",
                 *       "status": 415,
                 *       "detail": "不支持这种内容类型",
                 *       "instance": "urn:duban:request:3f0d3c1e-0f4b-4a57-9a53-6a1f0f6f2d10",
                 *       "code": "UNSUPPORTED_MEDIA_TYPE"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "UNSUPPORTED_MEDIA_TYPE";
                };
            };
        };
        /** @description INVALID 填写内容有误；KEY_REUSED 幂等键已用于另一个请求 */
        Invalid: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:duban:problem:INVALID",
                 *       "title": "填写内容有误",
                 *       "status": 422,
                 *       "detail": "请改正后重新提交：请填写延期理由",
                 *       "instance": "urn:duban:request:3f0d3c1e-0f4b-4a57-9a53-6a1f0f6f2d10",
                 *       "code": "INVALID",
                 *       "errors": [
                 *         {
                 *           "path": "why",
                 *           "message": "请填写延期理由"
                 *         }
                 *       ]
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "INVALID" | "KEY_REUSED";
                };
            };
        };
        /** @description TOO_MANY_REQUESTS 请求过于频繁 */
        TooMany: {
            headers: {
                /** @description 几秒后再试 */
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:duban:problem:TOO_MANY_REQUESTS",
                 *       "title": "请求过于频繁",
                 *       "status": 429,
                 *       "detail": "请求太频繁，请稍后再试",
                 *       "instance": "urn:duban:request:3f0d3c1e-0f4b-4a57-9a53-6a1f0f6f2d10",
                 *       "code": "TOO_MANY_REQUESTS"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "TOO_MANY_REQUESTS";
                };
            };
        };
        /** @description UNAVAILABLE 系统暂时不可用；OVERLOADED 系统繁忙 */
        Unavailable: {
            headers: {
                /** @description 几秒后再试 */
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:duban:problem:UNAVAILABLE",
                 *       "title": "系统暂时不可用",
                 *       "status": 503,
                 *       "detail": "数据库暂时不可用，您的操作没有保存，请稍后重试",
                 *       "instance": "urn:duban:request:3f0d3c1e-0f4b-4a57-9a53-6a1f0f6f2d10",
                 *       "code": "UNAVAILABLE"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code?: "UNAVAILABLE" | "OVERLOADED";
                };
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    Account_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description 从上一页的 next 原样取来；不填即第一页。其余条件须与上一页相同 */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "accountId": 1,
                     *           "login": "zhang.moumou",
                     *           "name": "张某某",
                     *           "role": "office",
                     *           "organizationId": 1,
                     *           "organizationName": "县委组织部",
                     *           "sample": false,
                     *           "disabledAt": "2026-07-31T17:30:00+08:00",
                     *           "handedOver": false,
                     *           "lockedUntil": "2026-07-31T17:30:00+08:00",
                     *           "createdAt": "2026-07-31T17:30:00+08:00"
                     *         }
                     *       ],
                     *       "limit": 1,
                     *       "next": null
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Account"][];
                        limit: number;
                        /** @description 下一页的 cursor；没有下一页为 null */
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Account_create: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 幂等键：每个操作一个新的 UUID。结果与操作在同一事务里留存24小时，只有本账号凭这个键能取回；键相同而网址或内容不同得到 422 KEY_REUSED，前一个还在办理得到 409 KEY_IN_USE。被拒绝的请求不留存。重发得到的答案带 Idempotency-Replayed: true。
                 * @example 7b0e2c1a-5d7e-4c0e-9a53-0f6f6f0d9a11
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "login": "zhang.moumou",
                 *       "role": "unit",
                 *       "organizationId": 3,
                 *       "name": "张某某"
                 *     }
                 */
                "application/json": {
                    login: string;
                    /** @enum {string} */
                    role: "office" | "leader" | "unit" | "inspector" | "admin";
                    organizationId: number;
                    /** @description 已有的人员，同名的用编号指明 */
                    personId?: number;
                    /** @description 另建一个人员，可与已有人员同名 */
                    newPerson?: {
                        name: string;
                        phone?: string;
                    };
                    /** @description 没有重名时可用 */
                    name?: string;
                };
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    /** @description 新建的内容在哪里 */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accountId": 1,
                     *       "oneTimePassword": "K7PW-4D2M-9RXT"
                     *     }
                     */
                    "application/json": {
                        accountId: number;
                        oneTimePassword: string | null;
                    };
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            /** @description CONFLICT 与现有记录冲突；KEY_IN_USE 同一个请求还在办理中；AMBIGUOUS_PERSON 有同名人员；LOGIN_TAKEN 登录名已被使用 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "CONFLICT" | "KEY_IN_USE" | "AMBIGUOUS_PERSON" | "LOGIN_TAKEN";
                    };
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongType"];
            /** @description INVALID 填写内容有误；KEY_REUSED 幂等键已用于另一个请求；BAD_LOGIN 登录名不合要求；ROLE_MISPLACED 角色与组织不符；UNKNOWN_ORGANIZATION 没有这个组织；UNKNOWN_PERSON 没有这个人员；WEAK_PASSWORD 密码不合要求 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID" | "KEY_REUSED" | "BAD_LOGIN" | "ROLE_MISPLACED" | "UNKNOWN_ORGANIZATION" | "UNKNOWN_PERSON" | "WEAK_PASSWORD";
                    };
                };
            };
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Account_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                accountId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accountId": 1,
                     *       "login": "zhang.moumou",
                     *       "name": "张某某",
                     *       "role": "office",
                     *       "organizationId": 1,
                     *       "organizationName": "县委组织部",
                     *       "sample": false,
                     *       "disabledAt": "2026-07-31T17:30:00+08:00",
                     *       "handedOver": false,
                     *       "lockedUntil": "2026-07-31T17:30:00+08:00",
                     *       "createdAt": "2026-07-31T17:30:00+08:00"
                     *     }
                     */
                    "application/json": components["schemas"]["Account"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Account_disable: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 幂等键：每个操作一个新的 UUID。结果与操作在同一事务里留存24小时，只有本账号凭这个键能取回；键相同而网址或内容不同得到 422 KEY_REUSED，前一个还在办理得到 409 KEY_IN_USE。被拒绝的请求不留存。重发得到的答案带 Idempotency-Replayed: true。
                 * @example 7b0e2c1a-5d7e-4c0e-9a53-0f6f6f0d9a11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                accountId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "ok": true
                     *     }
                     */
                    "application/json": {
                        /** @enum {boolean} */
                        ok: true;
                    };
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description CONFLICT 与现有记录冲突；KEY_IN_USE 同一个请求还在办理中；LAST_ADMINISTRATOR 不能停用最后一个管理员 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "CONFLICT" | "KEY_IN_USE" | "LAST_ADMINISTRATOR";
                    };
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Account_enable: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 幂等键：每个操作一个新的 UUID。结果与操作在同一事务里留存24小时，只有本账号凭这个键能取回；键相同而网址或内容不同得到 422 KEY_REUSED，前一个还在办理得到 409 KEY_IN_USE。被拒绝的请求不留存。重发得到的答案带 Idempotency-Replayed: true。
                 * @example 7b0e2c1a-5d7e-4c0e-9a53-0f6f6f0d9a11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                accountId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "ok": true
                     *     }
                     */
                    "application/json": {
                        /** @enum {boolean} */
                        ok: true;
                    };
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description CONFLICT 与现有记录冲突；KEY_IN_USE 同一个请求还在办理中；LAST_ADMINISTRATOR 不能停用最后一个管理员 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "CONFLICT" | "KEY_IN_USE" | "LAST_ADMINISTRATOR";
                    };
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Account_reset: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 幂等键：每个操作一个新的 UUID。结果与操作在同一事务里留存24小时，只有本账号凭这个键能取回；键相同而网址或内容不同得到 422 KEY_REUSED，前一个还在办理得到 409 KEY_IN_USE。被拒绝的请求不留存。重发得到的答案带 Idempotency-Replayed: true。
                 * @example 7b0e2c1a-5d7e-4c0e-9a53-0f6f6f0d9a11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                accountId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "oneTimePassword": "K7PW-4D2M-9RXT"
                     *     }
                     */
                    "application/json": {
                        oneTimePassword: string;
                    };
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Address_mine: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "channels": [
                     *         "smtp"
                     *       ],
                     *       "addresses": [
                     *         {
                     *           "channel": "smtp",
                     *           "address": "someone@example.cn",
                     *           "wanted": false,
                     *           "version": 1,
                     *           "changedAt": "2026-07-31T17:30:00+08:00"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Addresses"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Address_setMine: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 幂等键：每个操作一个新的 UUID。结果与操作在同一事务里留存24小时，只有本账号凭这个键能取回；键相同而网址或内容不同得到 422 KEY_REUSED，前一个还在办理得到 409 KEY_IN_USE。被拒绝的请求不留存。重发得到的答案带 Idempotency-Replayed: true。
                 * @example 7b0e2c1a-5d7e-4c0e-9a53-0f6f6f0d9a11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                channel: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "address": "someone@example.cn",
                 *       "wanted": false,
                 *       "version": 1
                 *     }
                 */
                "application/json": {
                    /** @description null：删去地址 */
                    address: string | null;
                    /** @default true */
                    wanted?: boolean;
                    /** @description 原来有地址时必填 */
                    version?: number;
                };
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "ok": true
                     *     }
                     */
                    "application/json": {
                        /** @enum {boolean} */
                        ok: true;
                    };
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description CONFLICT 与现有记录冲突；KEY_IN_USE 同一个请求还在办理中；STALE_VERSION 内容已被他人更改 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "CONFLICT" | "KEY_IN_USE" | "STALE_VERSION";
                    };
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongType"];
            /** @description INVALID 填写内容有误；KEY_REUSED 幂等键已用于另一个请求；BAD_ADDRESS 送达地址不合规范；UNKNOWN_CHANNEL 没有这个送达渠道 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID" | "KEY_REUSED" | "BAD_ADDRESS" | "UNKNOWN_CHANNEL";
                    };
                };
            };
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Assignment_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description 从上一页的 next 原样取来；不填即第一页。其余条件须与上一页相同 */
                cursor?: string;
                state?: "open" | "done" | "cancelled";
                urgency?: "特急" | "加急" | "平件";
                unitId?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "assignmentId": 1,
                     *           "key": "2026-1",
                     *           "programmeId": 1,
                     *           "roundId": 1,
                     *           "title": "村级阵地达标",
                     *           "basis": "公文",
                     *           "basisText": "请各单位即办",
                     *           "documentNumber": "县委办〔2026〕8号",
                     *           "urgency": "特急",
                     *           "requirement": "清点后书面报送",
                     *           "dueAt": "2026-07-31T17:30:00+08:00",
                     *           "withinWorkdays": 1,
                     *           "assignedAt": "2026-07-31T17:30:00+08:00",
                     *           "assignedBy": "纪某某",
                     *           "state": "open",
                     *           "cancelledAt": "2026-07-31T17:30:00+08:00",
                     *           "cancelWhy": "已由上级统一部署",
                     *           "units": [
                     *             {
                     *               "unitId": 1,
                     *               "unit": "县委组织部",
                     *               "role": "lead",
                     *               "later": false
                     *             }
                     *           ],
                     *           "version": 1
                     *         }
                     *       ],
                     *       "limit": 1,
                     *       "next": null,
                     *       "clocks": {
                     *         "running": false,
                     *         "reason": "连续两个月没有实质进展"
                     *       }
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Assignment"][];
                        limit: number;
                        /** @description 下一页的 cursor；没有下一页为 null */
                        next: string | null;
                        clocks: components["schemas"]["Clocks"];
                    };
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Assignment_create: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 幂等键：每个操作一个新的 UUID。结果与操作在同一事务里留存24小时，只有本账号凭这个键能取回；键相同而网址或内容不同得到 422 KEY_REUSED，前一个还在办理得到 409 KEY_IN_USE。被拒绝的请求不留存。重发得到的答案带 Idempotency-Replayed: true。
                 * @example 7b0e2c1a-5d7e-4c0e-9a53-0f6f6f0d9a11
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "title": "防汛物资清点",
                 *       "basis": "领导批示",
                 *       "basisText": "请各单位即办",
                 *       "documentNumber": "县委办〔2026〕8号",
                 *       "urgency": "加急",
                 *       "requirement": "清点后书面报送",
                 *       "withinWorkdays": 3,
                 *       "units": [
                 *         {
                 *           "unitId": 3,
                 *           "role": "lead"
                 *         },
                 *         {
                 *           "unitId": 4,
                 *           "role": "support"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    title: string;
                    /** @enum {string} */
                    basis: "公文" | "会议纪要" | "领导批示" | "其他";
                    basisText?: string;
                    documentNumber?: string;
                    /** @enum {string} */
                    urgency: "特急" | "加急" | "平件";
                    requirement: string;
                    /**
                     * Format: date
                     * @example 2026-07-31
                     */
                    dueDay?: string;
                    /**
                     * @description 不填即 17:30；后加的单位须与办结日期或办理工作日数一起填
                     * @example 17:30
                     */
                    dueTime?: string;
                    /** @description 交办当日不计，最后一日计入 */
                    withinWorkdays?: number;
                    /** @description 仅特急；不受办公时间限制 */
                    withinHours?: number;
                    /** @description 不填即各单位项目通常的牵头领导 */
                    leadLeaderPostId?: number;
                    units: {
                        unitId: number;
                        /** @description 本单位的岗位；不填即单位负责人 */
                        handlerPostId?: number;
                        /** @description 不填即该单位项目通常的分管领导 */
                        deputyLeaderPostId?: number;
                        /** @enum {string} */
                        role: "lead" | "support";
                    }[];
                };
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    /** @description 新建的内容在哪里 */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "assignmentId": 1,
                     *       "key": "2026-1",
                     *       "programmeId": 1,
                     *       "roundId": 1,
                     *       "title": "村级阵地达标",
                     *       "basis": "公文",
                     *       "basisText": "请各单位即办",
                     *       "documentNumber": "县委办〔2026〕8号",
                     *       "urgency": "特急",
                     *       "requirement": "清点后书面报送",
                     *       "dueAt": "2026-07-31T17:30:00+08:00",
                     *       "withinWorkdays": 1,
                     *       "assignedAt": "2026-07-31T17:30:00+08:00",
                     *       "assignedBy": "纪某某",
                     *       "state": "open",
                     *       "cancelledAt": "2026-07-31T17:30:00+08:00",
                     *       "cancelWhy": "已由上级统一部署",
                     *       "units": [
                     *         {
                     *           "unitId": 1,
                     *           "unit": "县委组织部",
                     *           "role": "lead",
                     *           "later": false
                     *         }
                     *       ],
                     *       "version": 1,
                     *       "obligations": [
                     *         {
                     *           "obligationId": 1,
                     *           "projectId": 1,
                     *           "projectNumber": 1,
                     *           "projectTitle": "村级阵地达标",
                     *           "programmeId": 1,
                     *           "roundId": 1,
                     *           "roundName": "一月一报告",
                     *           "cadence": "monthly-report",
                     *           "period": "2026-07",
                     *           "owedBy": "unit",
                     *           "unitId": 1,
                     *           "unit": "县委组织部",
                     *           "caseId": 1,
                     *           "state": "open",
                     *           "light": "red",
                     *           "openedAt": "2026-07-31T17:30:00+08:00",
                     *           "dueAt": "2026-07-31T17:30:00+08:00",
                     *           "originalDueAt": "2026-07-31T17:30:00+08:00",
                     *           "dueRevision": 1,
                     *           "provisional": false,
                     *           "arithmetic": "交办 11-20 周五不计；11-23、24、25 为第1–3个工作日",
                     *           "late": false,
                     *           "receivedAt": "2026-07-31T17:30:00+08:00",
                     *           "submittedAt": "2026-07-31T17:30:00+08:00",
                     *           "returnedAt": "2026-07-31T17:30:00+08:00",
                     *           "returnCount": 1,
                     *           "endedAt": "2026-07-31T17:30:00+08:00",
                     *           "version": 1,
                     *           "pendingExtension": {
                     *             "requestId": 1,
                     *             "newDue": "2026-08-20"
                     *           },
                     *           "mayDo": [
                     *             "receive"
                     *           ]
                     *         }
                     *       ],
                     *       "clocks": {
                     *         "running": false,
                     *         "reason": "连续两个月没有实质进展"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["AssignmentDetailAndClocks"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            /** @description NOT_FOUND 没有找到 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "NOT_FOUND";
                    };
                };
            };
            /** @description CONFLICT 与现有记录冲突；KEY_IN_USE 同一个请求还在办理中；PAST_DUE 已过办结时限；UNIT_THERE 单位已在交办中；WRONG_STATE 当前状态不能这样办理 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "CONFLICT" | "KEY_IN_USE" | "PAST_DUE" | "UNIT_THERE" | "WRONG_STATE";
                    };
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongType"];
            /** @description INVALID 填写内容有误；KEY_REUSED 幂等键已用于另一个请求；BAD_LIMIT 办结时限填写有误；LIMIT_PASSED 办结时限已经过去；NO_LEAD_UNIT 主办单位有误；NO_POLICY 专项没有督办规则；UNKNOWN_ORGANIZATION 没有这个组织；UNKNOWN_POST 没有这个岗位 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID" | "KEY_REUSED" | "BAD_LIMIT" | "LIMIT_PASSED" | "NO_LEAD_UNIT" | "NO_POLICY" | "UNKNOWN_ORGANIZATION" | "UNKNOWN_POST";
                    };
                };
            };
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Assignment_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                assignmentId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "assignmentId": 1,
                     *       "key": "2026-1",
                     *       "programmeId": 1,
                     *       "roundId": 1,
                     *       "title": "村级阵地达标",
                     *       "basis": "公文",
                     *       "basisText": "请各单位即办",
                     *       "documentNumber": "县委办〔2026〕8号",
                     *       "urgency": "特急",
                     *       "requirement": "清点后书面报送",
                     *       "dueAt": "2026-07-31T17:30:00+08:00",
                     *       "withinWorkdays": 1,
                     *       "assignedAt": "2026-07-31T17:30:00+08:00",
                     *       "assignedBy": "纪某某",
                     *       "state": "open",
                     *       "cancelledAt": "2026-07-31T17:30:00+08:00",
                     *       "cancelWhy": "已由上级统一部署",
                     *       "units": [
                     *         {
                     *           "unitId": 1,
                     *           "unit": "县委组织部",
                     *           "role": "lead",
                     *           "later": false
                     *         }
                     *       ],
                     *       "version": 1,
                     *       "obligations": [
                     *         {
                     *           "obligationId": 1,
                     *           "projectId": 1,
                     *           "projectNumber": 1,
                     *           "projectTitle": "村级阵地达标",
                     *           "programmeId": 1,
                     *           "roundId": 1,
                     *           "roundName": "一月一报告",
                     *           "cadence": "monthly-report",
                     *           "period": "2026-07",
                     *           "owedBy": "unit",
                     *           "unitId": 1,
                     *           "unit": "县委组织部",
                     *           "caseId": 1,
                     *           "state": "open",
                     *           "light": "red",
                     *           "openedAt": "2026-07-31T17:30:00+08:00",
                     *           "dueAt": "2026-07-31T17:30:00+08:00",
                     *           "originalDueAt": "2026-07-31T17:30:00+08:00",
                     *           "dueRevision": 1,
                     *           "provisional": false,
                     *           "arithmetic": "交办 11-20 周五不计；11-23、24、25 为第1–3个工作日",
                     *           "late": false,
                     *           "receivedAt": "2026-07-31T17:30:00+08:00",
                     *           "submittedAt": "2026-07-31T17:30:00+08:00",
                     *           "returnedAt": "2026-07-31T17:30:00+08:00",
                     *           "returnCount": 1,
                     *           "endedAt": "2026-07-31T17:30:00+08:00",
                     *           "version": 1,
                     *           "pendingExtension": {
                     *             "requestId": 1,
                     *             "newDue": "2026-08-20"
                     *           },
                     *           "mayDo": [
                     *             "receive"
                     *           ]
                     *         }
                     *       ],
                     *       "clocks": {
                     *         "running": false,
                     *         "reason": "连续两个月没有实质进展"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["AssignmentDetailAndClocks"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description PAST_DUE 已过办结时限；WRONG_STATE 当前状态不能这样办理 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "PAST_DUE" | "WRONG_STATE";
                    };
                };
            };
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Assignment_cancel: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 幂等键：每个操作一个新的 UUID。结果与操作在同一事务里留存24小时，只有本账号凭这个键能取回；键相同而网址或内容不同得到 422 KEY_REUSED，前一个还在办理得到 409 KEY_IN_USE。被拒绝的请求不留存。重发得到的答案带 Idempotency-Replayed: true。
                 * @example 7b0e2c1a-5d7e-4c0e-9a53-0f6f6f0d9a11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                assignmentId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "why": "受连续降雨影响，工期顺延"
                 *     }
                 */
                "application/json": {
                    version: number;
                    why: string;
                };
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "assignmentId": 1,
                     *       "key": "2026-1",
                     *       "programmeId": 1,
                     *       "roundId": 1,
                     *       "title": "村级阵地达标",
                     *       "basis": "公文",
                     *       "basisText": "请各单位即办",
                     *       "documentNumber": "县委办〔2026〕8号",
                     *       "urgency": "特急",
                     *       "requirement": "清点后书面报送",
                     *       "dueAt": "2026-07-31T17:30:00+08:00",
                     *       "withinWorkdays": 1,
                     *       "assignedAt": "2026-07-31T17:30:00+08:00",
                     *       "assignedBy": "纪某某",
                     *       "state": "open",
                     *       "cancelledAt": "2026-07-31T17:30:00+08:00",
                     *       "cancelWhy": "已由上级统一部署",
                     *       "units": [
                     *         {
                     *           "unitId": 1,
                     *           "unit": "县委组织部",
                     *           "role": "lead",
                     *           "later": false
                     *         }
                     *       ],
                     *       "version": 1,
                     *       "obligations": [
                     *         {
                     *           "obligationId": 1,
                     *           "projectId": 1,
                     *           "projectNumber": 1,
                     *           "projectTitle": "村级阵地达标",
                     *           "programmeId": 1,
                     *           "roundId": 1,
                     *           "roundName": "一月一报告",
                     *           "cadence": "monthly-report",
                     *           "period": "2026-07",
                     *           "owedBy": "unit",
                     *           "unitId": 1,
                     *           "unit": "县委组织部",
                     *           "caseId": 1,
                     *           "state": "open",
                     *           "light": "red",
                     *           "openedAt": "2026-07-31T17:30:00+08:00",
                     *           "dueAt": "2026-07-31T17:30:00+08:00",
                     *           "originalDueAt": "2026-07-31T17:30:00+08:00",
                     *           "dueRevision": 1,
                     *           "provisional": false,
                     *           "arithmetic": "交办 11-20 周五不计；11-23、24、25 为第1–3个工作日",
                     *           "late": false,
                     *           "receivedAt": "2026-07-31T17:30:00+08:00",
                     *           "submittedAt": "2026-07-31T17:30:00+08:00",
                     *           "returnedAt": "2026-07-31T17:30:00+08:00",
                     *           "returnCount": 1,
                     *           "endedAt": "2026-07-31T17:30:00+08:00",
                     *           "version": 1,
                     *           "pendingExtension": {
                     *             "requestId": 1,
                     *             "newDue": "2026-08-20"
                     *           },
                     *           "mayDo": [
                     *             "receive"
                     *           ]
                     *         }
                     *       ],
                     *       "clocks": {
                     *         "running": false,
                     *         "reason": "连续两个月没有实质进展"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["AssignmentDetailAndClocks"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description CONFLICT 与现有记录冲突；KEY_IN_USE 同一个请求还在办理中；ASSIGNMENT_CANCELLED 交办已撤销；NOT_ACCEPTED 项目尚未验收；NOT_LAUNCHED 项目尚未下达；OPEN_CASE 整改尚未销号；PAST_DUE 已过办结时限；PROJECT_CLOSED 项目已结项或撤销；STALE_VERSION 内容已被他人更改；WRONG_STATE 当前状态不能这样办理 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "CONFLICT" | "KEY_IN_USE" | "ASSIGNMENT_CANCELLED" | "NOT_ACCEPTED" | "NOT_LAUNCHED" | "OPEN_CASE" | "PAST_DUE" | "PROJECT_CLOSED" | "STALE_VERSION" | "WRONG_STATE";
                    };
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongType"];
            /** @description INVALID 填写内容有误；KEY_REUSED 幂等键已用于另一个请求；DAY_PASSED 申请的时限已经过去；NOT_LATER 新时限须晚于现时限 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID" | "KEY_REUSED" | "DAY_PASSED" | "NOT_LATER";
                    };
                };
            };
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Assignment_addUnit: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 幂等键：每个操作一个新的 UUID。结果与操作在同一事务里留存24小时，只有本账号凭这个键能取回；键相同而网址或内容不同得到 422 KEY_REUSED，前一个还在办理得到 409 KEY_IN_USE。被拒绝的请求不留存。重发得到的答案带 Idempotency-Replayed: true。
                 * @example 7b0e2c1a-5d7e-4c0e-9a53-0f6f6f0d9a11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                assignmentId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "unitId": 5,
                 *       "withinWorkdays": 3
                 *     }
                 */
                "application/json": {
                    version: number;
                    unitId: number;
                    /** @description 本单位的岗位；不填即单位负责人 */
                    handlerPostId?: number;
                    /** @description 不填即该单位项目通常的分管领导 */
                    deputyLeaderPostId?: number;
                    /**
                     * Format: date
                     * @example 2026-07-31
                     */
                    dueDay?: string;
                    /**
                     * @description 不填即 17:30；后加的单位须与办结日期或办理工作日数一起填
                     * @example 17:30
                     */
                    dueTime?: string;
                    /** @description 交办当日不计，最后一日计入 */
                    withinWorkdays?: number;
                    /** @description 仅特急；不受办公时间限制 */
                    withinHours?: number;
                };
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "assignmentId": 1,
                     *       "key": "2026-1",
                     *       "programmeId": 1,
                     *       "roundId": 1,
                     *       "title": "村级阵地达标",
                     *       "basis": "公文",
                     *       "basisText": "请各单位即办",
                     *       "documentNumber": "县委办〔2026〕8号",
                     *       "urgency": "特急",
                     *       "requirement": "清点后书面报送",
                     *       "dueAt": "2026-07-31T17:30:00+08:00",
                     *       "withinWorkdays": 1,
                     *       "assignedAt": "2026-07-31T17:30:00+08:00",
                     *       "assignedBy": "纪某某",
                     *       "state": "open",
                     *       "cancelledAt": "2026-07-31T17:30:00+08:00",
                     *       "cancelWhy": "已由上级统一部署",
                     *       "units": [
                     *         {
                     *           "unitId": 1,
                     *           "unit": "县委组织部",
                     *           "role": "lead",
                     *           "later": false
                     *         }
                     *       ],
                     *       "version": 1,
                     *       "obligations": [
                     *         {
                     *           "obligationId": 1,
                     *           "projectId": 1,
                     *           "projectNumber": 1,
                     *           "projectTitle": "村级阵地达标",
                     *           "programmeId": 1,
                     *           "roundId": 1,
                     *           "roundName": "一月一报告",
                     *           "cadence": "monthly-report",
                     *           "period": "2026-07",
                     *           "owedBy": "unit",
                     *           "unitId": 1,
                     *           "unit": "县委组织部",
                     *           "caseId": 1,
                     *           "state": "open",
                     *           "light": "red",
                     *           "openedAt": "2026-07-31T17:30:00+08:00",
                     *           "dueAt": "2026-07-31T17:30:00+08:00",
                     *           "originalDueAt": "2026-07-31T17:30:00+08:00",
                     *           "dueRevision": 1,
                     *           "provisional": false,
                     *           "arithmetic": "交办 11-20 周五不计；11-23、24、25 为第1–3个工作日",
                     *           "late": false,
                     *           "receivedAt": "2026-07-31T17:30:00+08:00",
                     *           "submittedAt": "2026-07-31T17:30:00+08:00",
                     *           "returnedAt": "2026-07-31T17:30:00+08:00",
                     *           "returnCount": 1,
                     *           "endedAt": "2026-07-31T17:30:00+08:00",
                     *           "version": 1,
                     *           "pendingExtension": {
                     *             "requestId": 1,
                     *             "newDue": "2026-08-20"
                     *           },
                     *           "mayDo": [
                     *             "receive"
                     *           ]
                     *         }
                     *       ],
                     *       "clocks": {
                     *         "running": false,
                     *         "reason": "连续两个月没有实质进展"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["AssignmentDetailAndClocks"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description CONFLICT 与现有记录冲突；KEY_IN_USE 同一个请求还在办理中；ASSIGNMENT_CANCELLED 交办已撤销；PAST_DUE 已过办结时限；STALE_VERSION 内容已被他人更改；UNIT_THERE 单位已在交办中；WRONG_STATE 当前状态不能这样办理 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "CONFLICT" | "KEY_IN_USE" | "ASSIGNMENT_CANCELLED" | "PAST_DUE" | "STALE_VERSION" | "UNIT_THERE" | "WRONG_STATE";
                    };
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongType"];
            /** @description INVALID 填写内容有误；KEY_REUSED 幂等键已用于另一个请求；BAD_LIMIT 办结时限填写有误；LIMIT_PASSED 办结时限已经过去；NO_LEAD_UNIT 主办单位有误；UNKNOWN_ORGANIZATION 没有这个组织；UNKNOWN_POST 没有这个岗位 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID" | "KEY_REUSED" | "BAD_LIMIT" | "LIMIT_PASSED" | "NO_LEAD_UNIT" | "UNKNOWN_ORGANIZATION" | "UNKNOWN_POST";
                    };
                };
            };
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Audit_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description 从上一页的 next 原样取来；不填即第一页。其余条件须与上一页相同 */
                cursor?: string;
                accountId?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "seq": 1,
                     *           "at": "2026-07-31T17:30:00+08:00",
                     *           "act": "submit",
                     *           "accountId": 1,
                     *           "login": "zhang.moumou",
                     *           "action": "remind",
                     *           "target": "project/12",
                     *           "code": "NOT_LATER",
                     *           "address": "someone@example.cn",
                     *           "more": 1,
                     *           "by": "张某某",
                     *           "requestId": "3f0d3c1e-0f4b-4a57-9a53-6a1f0f6f2d10"
                     *         }
                     *       ],
                     *       "limit": 1,
                     *       "next": null
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Audit"][];
                        limit: number;
                        /** @description 下一页的 cursor；没有下一页为 null */
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Calendar_layers: {
        parameters: {
            query?: {
                limit?: number;
                /** @description 从上一页的 next 原样取来；不填即第一页。其余条件须与上一页相同 */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "layerId": 1,
                     *           "organizationId": 1,
                     *           "organization": "成立工作专班，由分管领导任组长",
                     *           "version": 1,
                     *           "name": "张某某",
                     *           "notice": "县政府办公室关于调整作息的通知",
                     *           "days": [
                     *             {
                     *               "day": "2026-07-31",
                     *               "off": false
                     *             }
                     *           ],
                     *           "reason": "连续两个月没有实质进展",
                     *           "madeBy": "李某某",
                     *           "createdAt": "2026-07-31T17:30:00+08:00"
                     *         }
                     *       ],
                     *       "limit": 1,
                     *       "next": null
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["CalendarLayer"][];
                        limit: number;
                        /** @description 下一页的 cursor；没有下一页为 null */
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Calendar_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description 从上一页的 next 原样取来；不填即第一页。其余条件须与上一页相同 */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "calendarId": 1,
                     *           "name": "张某某",
                     *           "version": 1,
                     *           "baseId": 1,
                     *           "layerIds": [
                     *             1
                     *           ],
                     *           "reason": "连续两个月没有实质进展",
                     *           "madeBy": "李某某",
                     *           "createdAt": "2026-07-31T17:30:00+08:00",
                     *           "document": {
                     *             "name": "张某某",
                     *             "publishedThrough": 1,
                     *             "offDays": [
                     *               "2026-10-01"
                     *             ],
                     *             "makeupWorkdays": [
                     *               "2026-10-10"
                     *             ]
                     *           }
                     *         }
                     *       ],
                     *       "limit": 1,
                     *       "next": null
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Calendar"][];
                        limit: number;
                        /** @description 下一页的 cursor；没有下一页为 null */
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    CalendarChange_change: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 幂等键：每个操作一个新的 UUID。结果与操作在同一事务里留存24小时，只有本账号凭这个键能取回；键相同而网址或内容不同得到 422 KEY_REUSED，前一个还在办理得到 409 KEY_IN_USE。被拒绝的请求不留存。重发得到的答案带 Idempotency-Replayed: true。
                 * @example 7b0e2c1a-5d7e-4c0e-9a53-0f6f6f0d9a11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                calendarId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kind": "emergency",
                 *       "reason": "防汛应急响应，全县统一调整",
                 *       "notice": "县政府办公室关于调整作息的通知",
                 *       "offDays": [
                 *         "2026-08-14"
                 *       ],
                 *       "makeupWorkdays": [
                 *         "2026-08-15"
                 *       ],
                 *       "token": "n0tARealT0kenOnlyAnExampleOf43Characters_abc"
                 *     }
                 */
                "application/json": {
                    /**
                     * @description year 导入年度通知；emergency 已公布年份内的应急调整；regional 某组织及其下级的地方放假日
                     * @enum {string}
                     */
                    kind: "year" | "emergency" | "regional";
                    reason: string;
                    /** @description 写进每个受影响时限的算法里 */
                    notice?: string;
                    year?: number;
                    offDays?: string[];
                    makeupWorkdays?: string[];
                    /** @description 年度通知也可按 holiday-cn 的文件格式给出：year、papers、days（name、date、isOffDay） */
                    file?: {
                        [key: string]: unknown;
                    };
                    organizationId?: number;
                    name?: string;
                    /** @description 取自预览；情况有变则得到 409，请重新预览 */
                    token: string;
                };
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "changed": false,
                     *       "calendarId": 1,
                     *       "name": "张某某",
                     *       "programmes": [
                     *         {
                     *           "programmeId": 1,
                     *           "title": "村级阵地达标"
                     *         }
                     *       ],
                     *       "totals": {
                     *         "dues": 1,
                     *         "moved": 1,
                     *         "openings": 1,
                     *         "setAside": 1
                     *       },
                     *       "dues": [
                     *         {
                     *           "obligationId": 1,
                     *           "programmeId": 1,
                     *           "projectId": 1,
                     *           "projectNumber": 1,
                     *           "projectTitle": "村级阵地达标",
                     *           "unit": "县委组织部",
                     *           "name": "张某某",
                     *           "cadence": "monthly-report",
                     *           "period": "2026-07",
                     *           "dueBefore": "2026-07-31T17:30:00+08:00",
                     *           "dueAfter": "2026-07-31T17:30:00+08:00",
                     *           "provisionalBefore": false,
                     *           "provisionalAfter": false,
                     *           "arithmeticBefore": "时限：1月29日",
                     *           "arithmeticAfter": "时限：1月28日，遇调休改定"
                     *         }
                     *       ],
                     *       "openings": [
                     *         {
                     *           "programmeId": 1,
                     *           "projectId": 1,
                     *           "name": "张某某",
                     *           "cadence": "monthly-report",
                     *           "period": "2026-07",
                     *           "opensBefore": "2026-07-31T17:30:00+08:00",
                     *           "opensAfter": "2026-07-31T17:30:00+08:00",
                     *           "dueBefore": "2026-07-31T17:30:00+08:00",
                     *           "dueAfter": "2026-07-31T17:30:00+08:00",
                     *           "provisionalBefore": false,
                     *           "provisionalAfter": false,
                     *           "arithmetic": "交办 11-20 周五不计；11-23、24、25 为第1–3个工作日"
                     *         }
                     *       ],
                     *       "setAside": [
                     *         {
                     *           "obligationId": 1,
                     *           "programmeId": 1,
                     *           "projectId": 1,
                     *           "projectTitle": "村级阵地达标",
                     *           "cadence": "monthly-report",
                     *           "period": "2026-07",
                     *           "reason": "连续两个月没有实质进展"
                     *         }
                     *       ],
                     *       "keptDays": [
                     *         "2026-10-01"
                     *       ],
                     *       "token": "n0tARealT0kenOnlyAnExampleOf43Characters_abc",
                     *       "clocks": {
                     *         "running": false,
                     *         "reason": "连续两个月没有实质进展"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["CalendarOutcomeAndClocks"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description CONFLICT 与现有记录冲突；KEY_IN_USE 同一个请求还在办理中；STALE_PREVIEW 预览之后情况有变；STALE_VERSION 内容已被他人更改 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "CONFLICT" | "KEY_IN_USE" | "STALE_PREVIEW" | "STALE_VERSION";
                    };
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongType"];
            /** @description INVALID 填写内容有误；KEY_REUSED 幂等键已用于另一个请求；CALENDAR_COMPOSED 不是全国日历；CALENDAR_GAP 前一年的放假安排还没有导入；CALENDAR_INVALID 日历内容有误；CALENDAR_UNPUBLISHED 该年的放假安排还没有导入；UNKNOWN_ORGANIZATION 没有这个组织 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID" | "KEY_REUSED" | "CALENDAR_COMPOSED" | "CALENDAR_GAP" | "CALENDAR_INVALID" | "CALENDAR_UNPUBLISHED" | "UNKNOWN_ORGANIZATION";
                    };
                };
            };
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    CalendarChange_preview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                calendarId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kind": "emergency",
                 *       "reason": "防汛应急响应，全县统一调整",
                 *       "notice": "县政府办公室关于调整作息的通知",
                 *       "offDays": [
                 *         "2026-08-14"
                 *       ],
                 *       "makeupWorkdays": [
                 *         "2026-08-15"
                 *       ]
                 *     }
                 */
                "application/json": {
                    /**
                     * @description year 导入年度通知；emergency 已公布年份内的应急调整；regional 某组织及其下级的地方放假日
                     * @enum {string}
                     */
                    kind: "year" | "emergency" | "regional";
                    reason: string;
                    /** @description 写进每个受影响时限的算法里 */
                    notice?: string;
                    year?: number;
                    offDays?: string[];
                    makeupWorkdays?: string[];
                    /** @description 年度通知也可按 holiday-cn 的文件格式给出：year、papers、days（name、date、isOffDay） */
                    file?: {
                        [key: string]: unknown;
                    };
                    organizationId?: number;
                    name?: string;
                };
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "changed": false,
                     *       "calendarId": 1,
                     *       "name": "张某某",
                     *       "programmes": [
                     *         {
                     *           "programmeId": 1,
                     *           "title": "村级阵地达标"
                     *         }
                     *       ],
                     *       "totals": {
                     *         "dues": 1,
                     *         "moved": 1,
                     *         "openings": 1,
                     *         "setAside": 1
                     *       },
                     *       "dues": [
                     *         {
                     *           "obligationId": 1,
                     *           "programmeId": 1,
                     *           "projectId": 1,
                     *           "projectNumber": 1,
                     *           "projectTitle": "村级阵地达标",
                     *           "unit": "县委组织部",
                     *           "name": "张某某",
                     *           "cadence": "monthly-report",
                     *           "period": "2026-07",
                     *           "dueBefore": "2026-07-31T17:30:00+08:00",
                     *           "dueAfter": "2026-07-31T17:30:00+08:00",
                     *           "provisionalBefore": false,
                     *           "provisionalAfter": false,
                     *           "arithmeticBefore": "时限：1月29日",
                     *           "arithmeticAfter": "时限：1月28日，遇调休改定"
                     *         }
                     *       ],
                     *       "openings": [
                     *         {
                     *           "programmeId": 1,
                     *           "projectId": 1,
                     *           "name": "张某某",
                     *           "cadence": "monthly-report",
                     *           "period": "2026-07",
                     *           "opensBefore": "2026-07-31T17:30:00+08:00",
                     *           "opensAfter": "2026-07-31T17:30:00+08:00",
                     *           "dueBefore": "2026-07-31T17:30:00+08:00",
                     *           "dueAfter": "2026-07-31T17:30:00+08:00",
                     *           "provisionalBefore": false,
                     *           "provisionalAfter": false,
                     *           "arithmetic": "交办 11-20 周五不计；11-23、24、25 为第1–3个工作日"
                     *         }
                     *       ],
                     *       "setAside": [
                     *         {
                     *           "obligationId": 1,
                     *           "programmeId": 1,
                     *           "projectId": 1,
                     *           "projectTitle": "村级阵地达标",
                     *           "cadence": "monthly-report",
                     *           "period": "2026-07",
                     *           "reason": "连续两个月没有实质进展"
                     *         }
                     *       ],
                     *       "keptDays": [
                     *         "2026-10-01"
                     *       ],
                     *       "token": "n0tARealT0kenOnlyAnExampleOf43Characters_abc"
                     *     }
                     */
                    "application/json": components["schemas"]["CalendarOutcome"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description CONFLICT 与现有记录冲突；KEY_IN_USE 同一个请求还在办理中；STALE_VERSION 内容已被他人更改 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "CONFLICT" | "KEY_IN_USE" | "STALE_VERSION";
                    };
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongType"];
            /** @description INVALID 填写内容有误；KEY_REUSED 幂等键已用于另一个请求；CALENDAR_COMPOSED 不是全国日历；CALENDAR_GAP 前一年的放假安排还没有导入；CALENDAR_INVALID 日历内容有误；CALENDAR_UNPUBLISHED 该年的放假安排还没有导入；UNKNOWN_ORGANIZATION 没有这个组织 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID" | "KEY_REUSED" | "CALENDAR_COMPOSED" | "CALENDAR_GAP" | "CALENDAR_INVALID" | "CALENDAR_UNPUBLISHED" | "UNKNOWN_ORGANIZATION";
                    };
                };
            };
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Calendar_days: {
        parameters: {
            query: {
                month: string;
            };
            header?: never;
            path: {
                calendarId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "calendarId": 1,
                     *       "month": "2026-12",
                     *       "days": [
                     *         {
                     *           "day": "2026-07-31",
                     *           "weekday": 1,
                     *           "works": false,
                     *           "kind": "workday",
                     *           "name": "张某某",
                     *           "notice": "县政府办公室关于调整作息的通知",
                     *           "provisional": false
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        calendarId: number;
                        month: string;
                        days: components["schemas"]["CalendarDay"][];
                    };
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Effect_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description 从上一页的 next 原样取来；不填即第一页。其余条件须与上一页相同 */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "effectId": 1,
                     *           "kind": "unit",
                     *           "person": "李某某",
                     *           "title": "村级阵地达标",
                     *           "notices": 1,
                     *           "attempts": 1,
                     *           "createdAt": "2026-07-31T17:30:00+08:00",
                     *           "deadAt": "2026-07-31T17:30:00+08:00",
                     *           "reason": "连续两个月没有实质进展"
                     *         }
                     *       ],
                     *       "limit": 1,
                     *       "next": null
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["DeadEffect"][];
                        limit: number;
                        /** @description 下一页的 cursor；没有下一页为 null */
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Effect_giveUp: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 幂等键：每个操作一个新的 UUID。结果与操作在同一事务里留存24小时，只有本账号凭这个键能取回；键相同而网址或内容不同得到 422 KEY_REUSED，前一个还在办理得到 409 KEY_IN_USE。被拒绝的请求不留存。重发得到的答案带 Idempotency-Replayed: true。
                 * @example 7b0e2c1a-5d7e-4c0e-9a53-0f6f6f0d9a11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                effectId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "ok": true
                     *     }
                     */
                    "application/json": {
                        /** @enum {boolean} */
                        ok: true;
                    };
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description CONFLICT 与现有记录冲突；KEY_IN_USE 同一个请求还在办理中；WRONG_STATE 当前状态不能这样办理 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "CONFLICT" | "KEY_IN_USE" | "WRONG_STATE";
                    };
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Effect_retry: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 幂等键：每个操作一个新的 UUID。结果与操作在同一事务里留存24小时，只有本账号凭这个键能取回；键相同而网址或内容不同得到 422 KEY_REUSED，前一个还在办理得到 409 KEY_IN_USE。被拒绝的请求不留存。重发得到的答案带 Idempotency-Replayed: true。
                 * @example 7b0e2c1a-5d7e-4c0e-9a53-0f6f6f0d9a11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                effectId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "ok": true,
                     *       "clocks": {
                     *         "running": false,
                     *         "reason": "连续两个月没有实质进展"
                     *       }
                     *     }
                     */
                    "application/json": {
                        /** @enum {boolean} */
                        ok: true;
                        clocks: components["schemas"]["Clocks"];
                    };
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description CONFLICT 与现有记录冲突；KEY_IN_USE 同一个请求还在办理中；WRONG_STATE 当前状态不能这样办理 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "CONFLICT" | "KEY_IN_USE" | "WRONG_STATE";
                    };
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Extension_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description 从上一页的 next 原样取来；不填即第一页。其余条件须与上一页相同 */
                cursor?: string;
                state?: "pending" | "approved" | "refused" | "withdrawn" | "lapsed";
                obligationId?: number;
                unitId?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "requestId": 1,
                     *           "obligationId": 1,
                     *           "projectId": 1,
                     *           "projectTitle": "村级阵地达标",
                     *           "unitId": 1,
                     *           "unit": "县委组织部",
                     *           "cadence": "monthly-report",
                     *           "period": "2026-07",
                     *           "state": "pending",
                     *           "appliedAt": "2026-07-31T17:30:00+08:00",
                     *           "appliedBy": "张某某",
                     *           "why": "受连续降雨影响，工期顺延",
                     *           "progress": "已完成六成，剩余工程受降雨影响",
                     *           "progressPercent": 60,
                     *           "newDue": "2026-08-20",
                     *           "dueWhenApplied": "2026-07-31T17:30:00+08:00",
                     *           "dueAt": "2026-07-31T17:30:00+08:00",
                     *           "originalDueAt": "2026-07-31T17:30:00+08:00",
                     *           "decidedAt": "2026-07-31T17:30:00+08:00",
                     *           "decidedBy": "纪某某",
                     *           "decisionWhy": "情况属实",
                     *           "grantedDue": "2026-08-20",
                     *           "version": 1
                     *         }
                     *       ],
                     *       "limit": 1,
                     *       "next": null
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["ExtensionRequest"][];
                        limit: number;
                        /** @description 下一页的 cursor；没有下一页为 null */
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Extension_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                requestId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "requestId": 1,
                     *       "obligationId": 1,
                     *       "projectId": 1,
                     *       "projectTitle": "村级阵地达标",
                     *       "unitId": 1,
                     *       "unit": "县委组织部",
                     *       "cadence": "monthly-report",
                     *       "period": "2026-07",
                     *       "state": "pending",
                     *       "appliedAt": "2026-07-31T17:30:00+08:00",
                     *       "appliedBy": "张某某",
                     *       "why": "受连续降雨影响，工期顺延",
                     *       "progress": "已完成六成，剩余工程受降雨影响",
                     *       "progressPercent": 60,
                     *       "newDue": "2026-08-20",
                     *       "dueWhenApplied": "2026-07-31T17:30:00+08:00",
                     *       "dueAt": "2026-07-31T17:30:00+08:00",
                     *       "originalDueAt": "2026-07-31T17:30:00+08:00",
                     *       "decidedAt": "2026-07-31T17:30:00+08:00",
                     *       "decidedBy": "纪某某",
                     *       "decisionWhy": "情况属实",
                     *       "grantedDue": "2026-08-20",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["ExtensionRequest"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Extension_approve: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 幂等键：每个操作一个新的 UUID。结果与操作在同一事务里留存24小时，只有本账号凭这个键能取回；键相同而网址或内容不同得到 422 KEY_REUSED，前一个还在办理得到 409 KEY_IN_USE。被拒绝的请求不留存。重发得到的答案带 Idempotency-Replayed: true。
                 * @example 7b0e2c1a-5d7e-4c0e-9a53-0f6f6f0d9a11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                requestId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "newDue": "2026-07-31",
                 *       "why": "受连续降雨影响，工期顺延"
                 *     }
                 */
                "application/json": {
                    version: number;
                    /**
                     * Format: date
                     * @description 不填即按申请的日期
                     * @example 2026-07-31
                     */
                    newDue?: string;
                    why?: string;
                };
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "requestId": 1,
                     *       "obligationId": 1,
                     *       "projectId": 1,
                     *       "projectTitle": "村级阵地达标",
                     *       "unitId": 1,
                     *       "unit": "县委组织部",
                     *       "cadence": "monthly-report",
                     *       "period": "2026-07",
                     *       "state": "pending",
                     *       "appliedAt": "2026-07-31T17:30:00+08:00",
                     *       "appliedBy": "张某某",
                     *       "why": "受连续降雨影响，工期顺延",
                     *       "progress": "已完成六成，剩余工程受降雨影响",
                     *       "progressPercent": 60,
                     *       "newDue": "2026-08-20",
                     *       "dueWhenApplied": "2026-07-31T17:30:00+08:00",
                     *       "dueAt": "2026-07-31T17:30:00+08:00",
                     *       "originalDueAt": "2026-07-31T17:30:00+08:00",
                     *       "decidedAt": "2026-07-31T17:30:00+08:00",
                     *       "decidedBy": "纪某某",
                     *       "decisionWhy": "情况属实",
                     *       "grantedDue": "2026-08-20",
                     *       "version": 1,
                     *       "clocks": {
                     *         "running": false,
                     *         "reason": "连续两个月没有实质进展"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ExtensionRequestAndClocks"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description CONFLICT 与现有记录冲突；KEY_IN_USE 同一个请求还在办理中；NOT_OPEN 尚未开启；OWN_REQUEST 不能审批自己的申请；PAST_DUE 已过办结时限；PROJECT_CLOSED 项目已结项或撤销；REQUEST_SETTLED 延期申请已有结果；STALE_VERSION 内容已被他人更改；WRONG_STATE 当前状态不能这样办理 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "CONFLICT" | "KEY_IN_USE" | "NOT_OPEN" | "OWN_REQUEST" | "PAST_DUE" | "PROJECT_CLOSED" | "REQUEST_SETTLED" | "STALE_VERSION" | "WRONG_STATE";
                    };
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongType"];
            /** @description INVALID 填写内容有误；KEY_REUSED 幂等键已用于另一个请求；DAY_PASSED 申请的时限已经过去；NOT_LATER 新时限须晚于现时限 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID" | "KEY_REUSED" | "DAY_PASSED" | "NOT_LATER";
                    };
                };
            };
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Extension_refuse: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 幂等键：每个操作一个新的 UUID。结果与操作在同一事务里留存24小时，只有本账号凭这个键能取回；键相同而网址或内容不同得到 422 KEY_REUSED，前一个还在办理得到 409 KEY_IN_USE。被拒绝的请求不留存。重发得到的答案带 Idempotency-Replayed: true。
                 * @example 7b0e2c1a-5d7e-4c0e-9a53-0f6f6f0d9a11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                requestId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "why": "受连续降雨影响，工期顺延"
                 *     }
                 */
                "application/json": {
                    version: number;
                    why: string;
                };
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "requestId": 1,
                     *       "obligationId": 1,
                     *       "projectId": 1,
                     *       "projectTitle": "村级阵地达标",
                     *       "unitId": 1,
                     *       "unit": "县委组织部",
                     *       "cadence": "monthly-report",
                     *       "period": "2026-07",
                     *       "state": "pending",
                     *       "appliedAt": "2026-07-31T17:30:00+08:00",
                     *       "appliedBy": "张某某",
                     *       "why": "受连续降雨影响，工期顺延",
                     *       "progress": "已完成六成，剩余工程受降雨影响",
                     *       "progressPercent": 60,
                     *       "newDue": "2026-08-20",
                     *       "dueWhenApplied": "2026-07-31T17:30:00+08:00",
                     *       "dueAt": "2026-07-31T17:30:00+08:00",
                     *       "originalDueAt": "2026-07-31T17:30:00+08:00",
                     *       "decidedAt": "2026-07-31T17:30:00+08:00",
                     *       "decidedBy": "纪某某",
                     *       "decisionWhy": "情况属实",
                     *       "grantedDue": "2026-08-20",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["ExtensionRequest"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description CONFLICT 与现有记录冲突；KEY_IN_USE 同一个请求还在办理中；NOT_OPEN 尚未开启；OWN_REQUEST 不能审批自己的申请；REQUEST_SETTLED 延期申请已有结果；STALE_VERSION 内容已被他人更改 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "CONFLICT" | "KEY_IN_USE" | "NOT_OPEN" | "OWN_REQUEST" | "REQUEST_SETTLED" | "STALE_VERSION";
                    };
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Extension_withdraw: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 幂等键：每个操作一个新的 UUID。结果与操作在同一事务里留存24小时，只有本账号凭这个键能取回；键相同而网址或内容不同得到 422 KEY_REUSED，前一个还在办理得到 409 KEY_IN_USE。被拒绝的请求不留存。重发得到的答案带 Idempotency-Replayed: true。
                 * @example 7b0e2c1a-5d7e-4c0e-9a53-0f6f6f0d9a11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                requestId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "why": "受连续降雨影响，工期顺延"
                 *     }
                 */
                "application/json": {
                    version: number;
                    why?: string;
                };
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "requestId": 1,
                     *       "obligationId": 1,
                     *       "projectId": 1,
                     *       "projectTitle": "村级阵地达标",
                     *       "unitId": 1,
                     *       "unit": "县委组织部",
                     *       "cadence": "monthly-report",
                     *       "period": "2026-07",
                     *       "state": "pending",
                     *       "appliedAt": "2026-07-31T17:30:00+08:00",
                     *       "appliedBy": "张某某",
                     *       "why": "受连续降雨影响，工期顺延",
                     *       "progress": "已完成六成，剩余工程受降雨影响",
                     *       "progressPercent": 60,
                     *       "newDue": "2026-08-20",
                     *       "dueWhenApplied": "2026-07-31T17:30:00+08:00",
                     *       "dueAt": "2026-07-31T17:30:00+08:00",
                     *       "originalDueAt": "2026-07-31T17:30:00+08:00",
                     *       "decidedAt": "2026-07-31T17:30:00+08:00",
                     *       "decidedBy": "纪某某",
                     *       "decisionWhy": "情况属实",
                     *       "grantedDue": "2026-08-20",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["ExtensionRequest"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description CONFLICT 与现有记录冲突；KEY_IN_USE 同一个请求还在办理中；NOT_OPEN 尚未开启；REQUEST_SETTLED 延期申请已有结果；STALE_VERSION 内容已被他人更改 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "CONFLICT" | "KEY_IN_USE" | "NOT_OPEN" | "REQUEST_SETTLED" | "STALE_VERSION";
                    };
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    History_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description 从上一页的 next 原样取来；不填即第一页。其余条件须与上一页相同 */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "seq": 1,
                     *           "at": "2026-07-31T17:30:00+08:00",
                     *           "act": "submit",
                     *           "actor": "张某某",
                     *           "actorId": 1,
                     *           "projectId": 1,
                     *           "obligationId": 1,
                     *           "from": "2026-07-31T17:30:00+08:00",
                     *           "to": "2026-08-20T17:30:00+08:00",
                     *           "dueAt": "2026-07-31T17:30:00+08:00",
                     *           "dueRevision": 1,
                     *           "late": false,
                     *           "why": "受连续降雨影响，工期顺延",
                     *           "data": {},
                     *           "requestId": "3f0d3c1e-0f4b-4a57-9a53-6a1f0f6f2d10"
                     *         }
                     *       ],
                     *       "limit": 1,
                     *       "next": null,
                     *       "clocks": {
                     *         "running": false,
                     *         "reason": "连续两个月没有实质进展"
                     *       }
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["History"][];
                        limit: number;
                        /** @description 下一页的 cursor；没有下一页为 null */
                        next: string | null;
                        clocks: components["schemas"]["Clocks"];
                    };
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Chain_verify: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "whole": false,
                     *       "message": "请填写理由",
                     *       "rows": 1,
                     *       "seals": 1,
                     *       "unsealed": 1,
                     *       "firstBadSeq": 1,
                     *       "head": {
                     *         "number": 1,
                     *         "hash": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["HistoryChain"];
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Job_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description 从上一页的 next 原样取来；不填即第一页。其余条件须与上一页相同 */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "jobId": 1,
                     *           "kind": "ledger-check",
                     *           "state": "queued",
                     *           "programmeId": 1,
                     *           "fileName": "重点项目责任清单.xlsx",
                     *           "createdAt": "2026-07-31T17:30:00+08:00",
                     *           "startedAt": "2026-07-31T17:30:00+08:00",
                     *           "endedAt": "2026-07-31T17:30:00+08:00",
                     *           "progress": {
                     *             "text": "已完成12个村的选址和设计，本月开工7个",
                     *             "done": 1,
                     *             "total": 1
                     *           },
                     *           "attempts": 1,
                     *           "cancelAsked": false,
                     *           "error": {
                     *             "code": "NOT_LATER",
                     *             "detail": "请刷新后按现在的内容重新办理",
                     *             "members": {}
                     *           },
                     *           "resultBytes": 1
                     *         }
                     *       ],
                     *       "limit": 1,
                     *       "next": null,
                     *       "clocks": {
                     *         "running": false,
                     *         "reason": "连续两个月没有实质进展"
                     *       }
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Job"][];
                        limit: number;
                        /** @description 下一页的 cursor；没有下一页为 null */
                        next: string | null;
                        clocks: components["schemas"]["Clocks"];
                    };
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Job_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                jobId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "jobId": 1,
                     *       "kind": "ledger-check",
                     *       "state": "queued",
                     *       "programmeId": 1,
                     *       "fileName": "重点项目责任清单.xlsx",
                     *       "createdAt": "2026-07-31T17:30:00+08:00",
                     *       "startedAt": "2026-07-31T17:30:00+08:00",
                     *       "endedAt": "2026-07-31T17:30:00+08:00",
                     *       "progress": {
                     *         "text": "已完成12个村的选址和设计，本月开工7个",
                     *         "done": 1,
                     *         "total": 1
                     *       },
                     *       "attempts": 1,
                     *       "cancelAsked": false,
                     *       "error": {
                     *         "code": "NOT_LATER",
                     *         "detail": "请刷新后按现在的内容重新办理",
                     *         "members": {}
                     *       },
                     *       "resultBytes": 1,
                     *       "clocks": {
                     *         "running": false,
                     *         "reason": "连续两个月没有实质进展"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["JobAndClocks"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Job_cancel: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 幂等键：每个操作一个新的 UUID。结果与操作在同一事务里留存24小时，只有本账号凭这个键能取回；键相同而网址或内容不同得到 422 KEY_REUSED，前一个还在办理得到 409 KEY_IN_USE。被拒绝的请求不留存。重发得到的答案带 Idempotency-Replayed: true。
                 * @example 7b0e2c1a-5d7e-4c0e-9a53-0f6f6f0d9a11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                jobId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "state": "cancelled"
                     *     }
                     */
                    "application/json": {
                        /**
                         * @description running：已请求停止，处理到下一步时停下
                         * @enum {string}
                         */
                        state: "cancelled" | "running";
                    };
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description CONFLICT 与现有记录冲突；KEY_IN_USE 同一个请求还在办理中；JOB_ENDED 作业已经结束 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "CONFLICT" | "KEY_IN_USE" | "JOB_ENDED";
                    };
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Job_result: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                jobId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description NO_RESULT 还没有结果 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "NO_RESULT";
                    };
                };
            };
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Ledger_check: {
        parameters: {
            query?: {
                sheet?: string;
            };
            header?: {
                /**
                 * @description 幂等键：每个操作一个新的 UUID。结果与操作在同一事务里留存24小时，只有本账号凭这个键能取回；键相同而网址或内容不同得到 422 KEY_REUSED，前一个还在办理得到 409 KEY_IN_USE。被拒绝的请求不留存。重发得到的答案带 Idempotency-Replayed: true。
                 * @example 7b0e2c1a-5d7e-4c0e-9a53-0f6f6f0d9a11
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                };
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "title": "村级阵地达标",
                     *       "year": 2026,
                     *       "categories": [
                     *         {
                     *           "name": "张某某",
                     *           "count": 1
                     *         }
                     *       ],
                     *       "items": [
                     *         {
                     *           "number": 1,
                     *           "title": "村级阵地达标"
                     *         }
                     *       ],
                     *       "problems": [
                     *         {
                     *           "severity": "error",
                     *           "code": "NOT_LATER",
                     *           "cell": "D5",
                     *           "message": "请填写理由"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        title: string | null;
                        year: number | null;
                        categories: {
                            name: string;
                            count: number;
                        }[];
                        items: ({
                            number: number;
                            title: string | null;
                        } & {
                            [key: string]: unknown;
                        })[];
                        problems: components["schemas"]["LedgerProblem"][];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            /** @description CONFLICT 与现有记录冲突；KEY_IN_USE 同一个请求还在办理中；AMBIGUOUS_PERSON 有同名人员；ASSIGNMENTS_ONLY 这个专项只用于交办；DUPLICATE_TITLE 项目名称重复 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "CONFLICT" | "KEY_IN_USE" | "AMBIGUOUS_PERSON" | "ASSIGNMENTS_ONLY" | "DUPLICATE_TITLE";
                    };
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongType"];
            /** @description INVALID 填写内容有误；KEY_REUSED 幂等键已用于另一个请求；EMPTY_WORKBOOK Excel 文件是空的；ENCRYPTED_WORKBOOK Excel 文件有密码；NOT_XLSX 不是 Excel 文件；OLD_XLS Excel 版本过旧；SHEET_NOT_FOUND 没有这张工作表；WORKBOOK_TOO_LARGE Excel 文件过大 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID" | "KEY_REUSED" | "EMPTY_WORKBOOK" | "ENCRYPTED_WORKBOOK" | "NOT_XLSX" | "OLD_XLS" | "SHEET_NOT_FOUND" | "WORKBOOK_TOO_LARGE";
                    };
                };
            };
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Ledger_import: {
        parameters: {
            query?: {
                sheet?: string;
                /** @description 只看会改什么，不写入 */
                preview?: "true" | "false";
                /** @description 跳过有错的行，导入其余 */
                skipErrors?: "true" | "false";
            };
            header?: {
                /**
                 * @description 幂等键：每个操作一个新的 UUID。结果与操作在同一事务里留存24小时，只有本账号凭这个键能取回；键相同而网址或内容不同得到 422 KEY_REUSED，前一个还在办理得到 409 KEY_IN_USE。被拒绝的请求不留存。重发得到的答案带 Idempotency-Replayed: true。
                 * @example 7b0e2c1a-5d7e-4c0e-9a53-0f6f6f0d9a11
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                };
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "programmeId": 1,
                     *       "title": "村级阵地达标",
                     *       "year": 2026,
                     *       "added": [
                     *         1
                     *       ],
                     *       "changed": [
                     *         {
                     *           "number": 1,
                     *           "title": "村级阵地达标",
                     *           "fields": [
                     *             {
                     *               "field": "deadline",
                     *               "before": {},
                     *               "after": {}
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "unitMoves": [
                     *         {
                     *           "number": 1,
                     *           "title": "村级阵地达标",
                     *           "before": "2026-06-30",
                     *           "after": "2026-12-20",
                     *           "obligations": 1
                     *         }
                     *       ],
                     *       "made": {
                     *         "units": [
                     *           {
                     *             "name": "县民正局",
                     *             "near": [
                     *               "县民政局"
                     *             ]
                     *           }
                     *         ],
                     *         "people": [
                     *           {
                     *             "name": "县民正局",
                     *             "near": [
                     *               "县民政局"
                     *             ]
                     *           }
                     *         ],
                     *         "posts": [
                     *           {
                     *             "title": "村级阵地达标",
                     *             "unit": "县委组织部"
                     *           }
                     *         ]
                     *       },
                     *       "unchanged": 1,
                     *       "missing": [
                     *         {
                     *           "number": 1,
                     *           "title": "村级阵地达标"
                     *         }
                     *       ],
                     *       "skipped": [
                     *         1
                     *       ],
                     *       "problems": [
                     *         {
                     *           "severity": "error",
                     *           "code": "NOT_LATER",
                     *           "cell": "D5",
                     *           "message": "请填写理由"
                     *         }
                     *       ],
                     *       "clocks": {
                     *         "running": false,
                     *         "reason": "连续两个月没有实质进展"
                     *       }
                     *     }
                     */
                    "application/json": {
                        programmeId: number | null;
                        title: string;
                        year: number;
                        /** @description 新增项目的序号 */
                        added: number[];
                        changed: {
                            number: number;
                            title: string;
                            fields: {
                                field: string;
                                before: unknown;
                                after: unknown;
                            }[];
                        }[];
                        /** @description 已下达项目的责任单位变更：未办结事项转给新单位，重新计算提醒和催办，并通知双方 */
                        unitMoves: {
                            number: number;
                            title: string;
                            before: string;
                            after: string;
                            /** @description 随项目转给新单位的未办结事项数 */
                            obligations: number;
                        }[];
                        /** @description 系统里没有、导入时会新建的单位、人员和岗位 */
                        made: {
                            units: components["schemas"]["LedgerNewcomer"][];
                            people: components["schemas"]["LedgerNewcomer"][];
                            posts: {
                                title: string;
                                /** @description 空：县里的岗位 */
                                unit: string | null;
                            }[];
                        };
                        unchanged: number;
                        missing: {
                            number: number;
                            title: string;
                        }[];
                        skipped: number[];
                        problems: components["schemas"]["LedgerProblem"][];
                        clocks: components["schemas"]["Clocks"];
                    };
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            /** @description NOT_FOUND 没有找到 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "NOT_FOUND";
                    };
                };
            };
            /** @description CONFLICT 与现有记录冲突；KEY_IN_USE 同一个请求还在办理中；AMBIGUOUS_PERSON 有同名人员；ASSIGNMENTS_ONLY 这个专项只用于交办；DUPLICATE_TITLE 项目名称重复；LAUNCHED_DEADLINE 已下达的时限不能用导入修改；PAST_DUE 已过办结时限；PROGRAMME_ARCHIVED 专项已经归档；PROJECT_CLOSED 项目已结项或撤销；WRONG_STATE 当前状态不能这样办理 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "CONFLICT" | "KEY_IN_USE" | "AMBIGUOUS_PERSON" | "ASSIGNMENTS_ONLY" | "DUPLICATE_TITLE" | "LAUNCHED_DEADLINE" | "PAST_DUE" | "PROGRAMME_ARCHIVED" | "PROJECT_CLOSED" | "WRONG_STATE";
                    };
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongType"];
            /** @description INVALID 填写内容有误；KEY_REUSED 幂等键已用于另一个请求；DAY_PASSED 申请的时限已经过去；DEADLINE_PASSED 完成时限已经过去；EMPTY_WORKBOOK Excel 文件是空的；ENCRYPTED_WORKBOOK Excel 文件有密码；LEDGER_ERRORS 台账有误，未导入；NOTHING_TO_IMPORT 没有可以导入的项目；NOT_LATER 新时限须晚于现时限；NOT_XLSX 不是 Excel 文件；NO_POLICY 专项没有督办规则；OLD_XLS Excel 版本过旧；SHEET_NOT_FOUND 没有这张工作表；WORKBOOK_TOO_LARGE Excel 文件过大 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID" | "KEY_REUSED" | "DAY_PASSED" | "DEADLINE_PASSED" | "EMPTY_WORKBOOK" | "ENCRYPTED_WORKBOOK" | "LEDGER_ERRORS" | "NOTHING_TO_IMPORT" | "NOT_LATER" | "NOT_XLSX" | "NO_POLICY" | "OLD_XLS" | "SHEET_NOT_FOUND" | "WORKBOOK_TOO_LARGE";
                    };
                };
            };
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Ledger_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description 从上一页的 next 原样取来；不填即第一页。其余条件须与上一页相同 */
                cursor?: string;
                programmeId?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "importId": 1,
                     *           "programmeId": 1,
                     *           "fileName": "重点项目责任清单.xlsx",
                     *           "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                     *           "importedAt": "2026-07-31T17:30:00+08:00",
                     *           "importedBy": "纪某某",
                     *           "summary": {},
                     *           "undoneAt": "2026-07-31T17:30:00+08:00"
                     *         }
                     *       ],
                     *       "limit": 1,
                     *       "next": null
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["LedgerImport"][];
                        limit: number;
                        /** @description 下一页的 cursor；没有下一页为 null */
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Ledger_undo: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 幂等键：每个操作一个新的 UUID。结果与操作在同一事务里留存24小时，只有本账号凭这个键能取回；键相同而网址或内容不同得到 422 KEY_REUSED，前一个还在办理得到 409 KEY_IN_USE。被拒绝的请求不留存。重发得到的答案带 Idempotency-Replayed: true。
                 * @example 7b0e2c1a-5d7e-4c0e-9a53-0f6f6f0d9a11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                importId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "removed": 1,
                     *       "restored": 1,
                     *       "programmeRemoved": false
                     *     }
                     */
                    "application/json": {
                        /** @description 删去的新增项目数 */
                        removed: number;
                        /** @description 恢复原样的项目数 */
                        restored: number;
                        /** @description 专项是这次导入建立的，也一并删去 */
                        programmeRemoved: boolean;
                    };
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description CONFLICT 与现有记录冲突；KEY_IN_USE 同一个请求还在办理中；UNDO_REFUSED 不能撤销导入 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "CONFLICT" | "KEY_IN_USE" | "UNDO_REFUSED";
                    };
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Ledger_startJob: {
        parameters: {
            query: {
                /** @description check 检查、preview 比较差异、import 导入 */
                do: "check" | "preview" | "import";
                sheet?: string;
                /** @description 跳过有错的行，导入其余 */
                skipErrors?: "true" | "false";
            };
            header?: {
                /**
                 * @description 幂等键：每个操作一个新的 UUID。结果与操作在同一事务里留存24小时，只有本账号凭这个键能取回；键相同而网址或内容不同得到 422 KEY_REUSED，前一个还在办理得到 409 KEY_IN_USE。被拒绝的请求不留存。重发得到的答案带 Idempotency-Replayed: true。
                 * @example 7b0e2c1a-5d7e-4c0e-9a53-0f6f6f0d9a11
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                };
            };
        };
        responses: {
            /** @description 成功 */
            202: {
                headers: {
                    /** @description 新建的内容在哪里 */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "jobId": 1,
                     *       "clocks": {
                     *         "running": false,
                     *         "reason": "连续两个月没有实质进展"
                     *       }
                     *     }
                     */
                    "application/json": {
                        jobId: number;
                        clocks: components["schemas"]["Clocks"];
                    };
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongType"];
            /** @description INVALID 填写内容有误；KEY_REUSED 幂等键已用于另一个请求；EMPTY_WORKBOOK Excel 文件是空的；ENCRYPTED_WORKBOOK Excel 文件有密码；NOT_XLSX 不是 Excel 文件；OLD_XLS Excel 版本过旧；WORKBOOK_TOO_LARGE Excel 文件过大 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID" | "KEY_REUSED" | "EMPTY_WORKBOOK" | "ENCRYPTED_WORKBOOK" | "NOT_XLSX" | "OLD_XLS" | "WORKBOOK_TOO_LARGE";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS 请求过于频繁；TOO_MANY_JOBS 作业太多 */
            429: {
                headers: {
                    /** @description 几秒后再试 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS" | "TOO_MANY_JOBS";
                    };
                };
            };
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Message_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description 从上一页的 next 原样取来；不填即第一页。其余条件须与上一页相同 */
                cursor?: string;
                state?: "queued" | "sending" | "sent" | "unknown" | "failed" | "dead" | "abandoned";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "messageId": 1,
                     *           "channel": "smtp",
                     *           "personId": 1,
                     *           "person": "李某某",
                     *           "state": "queued",
                     *           "urgent": false,
                     *           "title": "村级阵地达标",
                     *           "notices": 1,
                     *           "attempts": 1,
                     *           "resends": 1,
                     *           "queuedAt": "2026-07-31T17:30:00+08:00",
                     *           "nextAt": "2026-07-31T17:30:00+08:00",
                     *           "begunAt": "2026-07-31T17:30:00+08:00",
                     *           "settledAt": "2026-07-31T17:30:00+08:00",
                     *           "reason": "连续两个月没有实质进展",
                     *           "version": 1
                     *         }
                     *       ],
                     *       "limit": 1,
                     *       "next": null
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Message"][];
                        limit: number;
                        /** @description 下一页的 cursor；没有下一页为 null */
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Message_events: {
        parameters: {
            query?: {
                limit?: number;
                /** @description 从上一页的 next 原样取来；不填即第一页。其余条件须与上一页相同 */
                cursor?: string;
            };
            header?: never;
            path: {
                messageId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "eventId": 1,
                     *           "at": "2026-07-31T17:30:00+08:00",
                     *           "act": "submit",
                     *           "stateFrom": "open",
                     *           "stateTo": "received",
                     *           "actor": "张某某",
                     *           "reason": "连续两个月没有实质进展"
                     *         }
                     *       ],
                     *       "limit": 1,
                     *       "next": null
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["MessageEvent"][];
                        limit: number;
                        /** @description 下一页的 cursor；没有下一页为 null */
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Message_giveUp: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 幂等键：每个操作一个新的 UUID。结果与操作在同一事务里留存24小时，只有本账号凭这个键能取回；键相同而网址或内容不同得到 422 KEY_REUSED，前一个还在办理得到 409 KEY_IN_USE。被拒绝的请求不留存。重发得到的答案带 Idempotency-Replayed: true。
                 * @example 7b0e2c1a-5d7e-4c0e-9a53-0f6f6f0d9a11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                messageId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1
                 *     }
                 */
                "application/json": {
                    version: number;
                };
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "ok": true
                     *     }
                     */
                    "application/json": {
                        /** @enum {boolean} */
                        ok: true;
                    };
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description CONFLICT 与现有记录冲突；KEY_IN_USE 同一个请求还在办理中；STALE_VERSION 内容已被他人更改；WRONG_STATE 当前状态不能这样办理 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "CONFLICT" | "KEY_IN_USE" | "STALE_VERSION" | "WRONG_STATE";
                    };
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Message_retry: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 幂等键：每个操作一个新的 UUID。结果与操作在同一事务里留存24小时，只有本账号凭这个键能取回；键相同而网址或内容不同得到 422 KEY_REUSED，前一个还在办理得到 409 KEY_IN_USE。被拒绝的请求不留存。重发得到的答案带 Idempotency-Replayed: true。
                 * @example 7b0e2c1a-5d7e-4c0e-9a53-0f6f6f0d9a11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                messageId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1
                 *     }
                 */
                "application/json": {
                    version: number;
                };
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "ok": true,
                     *       "clocks": {
                     *         "running": false,
                     *         "reason": "连续两个月没有实质进展"
                     *       }
                     *     }
                     */
                    "application/json": {
                        /** @enum {boolean} */
                        ok: true;
                        clocks: components["schemas"]["Clocks"];
                    };
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description CONFLICT 与现有记录冲突；KEY_IN_USE 同一个请求还在办理中；STALE_VERSION 内容已被他人更改；WRONG_STATE 当前状态不能这样办理 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "CONFLICT" | "KEY_IN_USE" | "STALE_VERSION" | "WRONG_STATE";
                    };
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Milestone_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description 从上一页的 next 原样取来；不填即第一页。其余条件须与上一页相同 */
                cursor?: string;
                programmeId?: number;
                projectId?: number;
                unitId?: number;
                completed?: "true" | "false";
                overdue?: "true" | "false";
                from?: string;
                /** @description 含这一天 */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "milestoneId": 1,
                     *           "projectId": 1,
                     *           "project": "村级阵地达标",
                     *           "unit": "县委组织部",
                     *           "day": "2026-07-31",
                     *           "text": "已完成12个村的选址和设计，本月开工7个",
                     *           "fromLedger": false,
                     *           "completedAt": "2026-07-31T17:30:00+08:00",
                     *           "evidence": "已完工，验收单见县委办公室收文〔2026〕31号",
                     *           "overdue": false,
                     *           "version": 1
                     *         }
                     *       ],
                     *       "limit": 1,
                     *       "next": null
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Milestone"][];
                        limit: number;
                        /** @description 下一页的 cursor；没有下一页为 null */
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Milestone_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                milestoneId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "milestoneId": 1,
                     *       "projectId": 1,
                     *       "project": "村级阵地达标",
                     *       "unit": "县委组织部",
                     *       "day": "2026-07-31",
                     *       "text": "已完成12个村的选址和设计，本月开工7个",
                     *       "fromLedger": false,
                     *       "completedAt": "2026-07-31T17:30:00+08:00",
                     *       "evidence": "已完工，验收单见县委办公室收文〔2026〕31号",
                     *       "overdue": false,
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Milestone"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Milestone_change: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 幂等键：每个操作一个新的 UUID。结果与操作在同一事务里留存24小时，只有本账号凭这个键能取回；键相同而网址或内容不同得到 422 KEY_REUSED，前一个还在办理得到 409 KEY_IN_USE。被拒绝的请求不留存。重发得到的答案带 Idempotency-Replayed: true。
                 * @example 7b0e2c1a-5d7e-4c0e-9a53-0f6f6f0d9a11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                milestoneId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "day": "2026-07-31",
                 *       "text": "已完成12个村的选址和设计，本月开工7个",
                 *       "why": "受连续降雨影响，工期顺延"
                 *     }
                 */
                "application/json": {
                    version: number;
                    /**
                     * Format: date
                     * @example 2026-07-31
                     */
                    day?: string;
                    text?: string;
                    why: string;
                };
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "milestoneId": 1,
                     *       "projectId": 1,
                     *       "project": "村级阵地达标",
                     *       "unit": "县委组织部",
                     *       "day": "2026-07-31",
                     *       "text": "已完成12个村的选址和设计，本月开工7个",
                     *       "fromLedger": false,
                     *       "completedAt": "2026-07-31T17:30:00+08:00",
                     *       "evidence": "已完工，验收单见县委办公室收文〔2026〕31号",
                     *       "overdue": false,
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Milestone"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description CONFLICT 与现有记录冲突；KEY_IN_USE 同一个请求还在办理中；PROJECT_CLOSED 项目已结项或撤销；STALE_VERSION 内容已被他人更改；WRONG_STATE 当前状态不能这样办理 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "CONFLICT" | "KEY_IN_USE" | "PROJECT_CLOSED" | "STALE_VERSION" | "WRONG_STATE";
                    };
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongType"];
            /** @description INVALID 填写内容有误；KEY_REUSED 幂等键已用于另一个请求；MILESTONE_LATE 节点晚于完成时限；NOTHING_CHANGED 没有更改 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID" | "KEY_REUSED" | "MILESTONE_LATE" | "NOTHING_CHANGED";
                    };
                };
            };
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Milestone_complete: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 幂等键：每个操作一个新的 UUID。结果与操作在同一事务里留存24小时，只有本账号凭这个键能取回；键相同而网址或内容不同得到 422 KEY_REUSED，前一个还在办理得到 409 KEY_IN_USE。被拒绝的请求不留存。重发得到的答案带 Idempotency-Replayed: true。
                 * @example 7b0e2c1a-5d7e-4c0e-9a53-0f6f6f0d9a11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                milestoneId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "evidence": "已完工，验收单见县委办公室收文〔2026〕31号"
                 *     }
                 */
                "application/json": {
                    version: number;
                    evidence: string;
                };
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "milestoneId": 1,
                     *       "projectId": 1,
                     *       "project": "村级阵地达标",
                     *       "unit": "县委组织部",
                     *       "day": "2026-07-31",
                     *       "text": "已完成12个村的选址和设计，本月开工7个",
                     *       "fromLedger": false,
                     *       "completedAt": "2026-07-31T17:30:00+08:00",
                     *       "evidence": "已完工，验收单见县委办公室收文〔2026〕31号",
                     *       "overdue": false,
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Milestone"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description CONFLICT 与现有记录冲突；KEY_IN_USE 同一个请求还在办理中；PROJECT_CLOSED 项目已结项或撤销；STALE_VERSION 内容已被他人更改；WRONG_STATE 当前状态不能这样办理 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "CONFLICT" | "KEY_IN_USE" | "PROJECT_CLOSED" | "STALE_VERSION" | "WRONG_STATE";
                    };
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Notice_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description 从上一页的 next 原样取来；不填即第一页。其余条件须与上一页相同 */
                cursor?: string;
                unread?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "noticeId": 1,
                     *           "obligationId": 1,
                     *           "projectId": 1,
                     *           "action": "remind",
                     *           "post": "handler",
                     *           "title": "村级阵地达标",
                     *           "at": "2026-07-31T17:30:00+08:00",
                     *           "dueAt": "2026-07-31T17:30:00+08:00",
                     *           "late": false,
                     *           "readAt": "2026-07-31T17:30:00+08:00"
                     *         }
                     *       ],
                     *       "limit": 1,
                     *       "next": null,
                     *       "clocks": {
                     *         "running": false,
                     *         "reason": "连续两个月没有实质进展"
                     *       }
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Notice"][];
                        limit: number;
                        /** @description 下一页的 cursor；没有下一页为 null */
                        next: string | null;
                        clocks: components["schemas"]["Clocks"];
                    };
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Notice_read: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 幂等键：每个操作一个新的 UUID。结果与操作在同一事务里留存24小时，只有本账号凭这个键能取回；键相同而网址或内容不同得到 422 KEY_REUSED，前一个还在办理得到 409 KEY_IN_USE。被拒绝的请求不留存。重发得到的答案带 Idempotency-Replayed: true。
                 * @example 7b0e2c1a-5d7e-4c0e-9a53-0f6f6f0d9a11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                noticeId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "ok": true
                     *     }
                     */
                    "application/json": {
                        /** @enum {boolean} */
                        ok: true;
                    };
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Obligation_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description 从上一页的 next 原样取来；不填即第一页。其余条件须与上一页相同 */
                cursor?: string;
                programmeId?: number;
                categoryId?: number;
                projectId?: number;
                roundId?: number;
                unitId?: number;
                /** @description 现任这个项目“1+3”或承办、督办岗位之一的人员 */
                personId?: number;
                state?: "open" | "received" | "submitted" | "returned" | "suspended" | "accepted" | "cancelled";
                extensionPending?: "true" | "false";
                light?: "red" | "yellow" | "green" | "blue" | "grey";
                /** @description 按时限或亮灯查时，不填即只查在办的 */
                live?: "true" | "false";
                overdue?: "true" | "false";
                dueFrom?: string;
                /** @description 含这一天 */
                dueTo?: string;
                /** @description 项目名称中的文字 */
                text?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "obligationId": 1,
                     *           "projectId": 1,
                     *           "projectNumber": 1,
                     *           "projectTitle": "村级阵地达标",
                     *           "programmeId": 1,
                     *           "roundId": 1,
                     *           "roundName": "一月一报告",
                     *           "cadence": "monthly-report",
                     *           "period": "2026-07",
                     *           "owedBy": "unit",
                     *           "unitId": 1,
                     *           "unit": "县委组织部",
                     *           "caseId": 1,
                     *           "state": "open",
                     *           "light": "red",
                     *           "openedAt": "2026-07-31T17:30:00+08:00",
                     *           "dueAt": "2026-07-31T17:30:00+08:00",
                     *           "originalDueAt": "2026-07-31T17:30:00+08:00",
                     *           "dueRevision": 1,
                     *           "provisional": false,
                     *           "arithmetic": "交办 11-20 周五不计；11-23、24、25 为第1–3个工作日",
                     *           "late": false,
                     *           "receivedAt": "2026-07-31T17:30:00+08:00",
                     *           "submittedAt": "2026-07-31T17:30:00+08:00",
                     *           "returnedAt": "2026-07-31T17:30:00+08:00",
                     *           "returnCount": 1,
                     *           "endedAt": "2026-07-31T17:30:00+08:00",
                     *           "version": 1,
                     *           "pendingExtension": {
                     *             "requestId": 1,
                     *             "newDue": "2026-08-20"
                     *           },
                     *           "mayDo": [
                     *             "receive"
                     *           ]
                     *         }
                     *       ],
                     *       "limit": 1,
                     *       "next": null,
                     *       "clocks": {
                     *         "running": false,
                     *         "reason": "连续两个月没有实质进展"
                     *       }
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Obligation"][];
                        limit: number;
                        /** @description 下一页的 cursor；没有下一页为 null */
                        next: string | null;
                        clocks: components["schemas"]["Clocks"];
                    };
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            /** @description PAST_DUE 已过办结时限；WRONG_STATE 当前状态不能这样办理 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "PAST_DUE" | "WRONG_STATE";
                    };
                };
            };
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Batch_batch: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 幂等键：每个操作一个新的 UUID。结果与操作在同一事务里留存24小时，只有本账号凭这个键能取回；键相同而网址或内容不同得到 422 KEY_REUSED，前一个还在办理得到 409 KEY_IN_USE。被拒绝的请求不留存。重发得到的答案带 Idempotency-Replayed: true。
                 * @example 7b0e2c1a-5d7e-4c0e-9a53-0f6f6f0d9a11
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "do": "accept",
                 *       "allOrNothing": false,
                 *       "why": "受连续降雨影响，工期顺延",
                 *       "items": [
                 *         {
                 *           "obligationId": 1,
                 *           "version": 1,
                 *           "why": "受连续降雨影响，工期顺延"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    do: "accept" | "return" | "press";
                    /**
                     * @description 有一项不能办理就全部不办
                     * @default false
                     */
                    allOrNothing?: boolean;
                    /** @description 对每一项都适用；退回必须写明理由 */
                    why?: string;
                    items: {
                        obligationId: number;
                        version: number;
                        /** @description 只对这一项，替代共同的意见 */
                        why?: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "done": 1,
                     *       "refused": 1,
                     *       "items": [
                     *         {
                     *           "obligationId": 1,
                     *           "ok": false,
                     *           "version": 1,
                     *           "code": "NOT_LATER",
                     *           "detail": "请刷新后按现在的内容重新办理"
                     *         }
                     *       ],
                     *       "clocks": {
                     *         "running": false,
                     *         "reason": "连续两个月没有实质进展"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["BatchAndClocks"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            /** @description NOT_FOUND 没有找到 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "NOT_FOUND";
                    };
                };
            };
            /** @description CONFLICT 与现有记录冲突；KEY_IN_USE 同一个请求还在办理中；BATCH_REFUSED 批量办理未成；NOT_LAUNCHED 项目尚未下达；NOT_OPEN 尚未开启；PAST_DUE 已过办结时限；PRESSED_ALREADY 今天已经催办过；PROJECT_CLOSED 项目已结项或撤销；STALE_VERSION 内容已被他人更改；WRONG_STATE 当前状态不能这样办理 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "CONFLICT" | "KEY_IN_USE" | "BATCH_REFUSED" | "NOT_LAUNCHED" | "NOT_OPEN" | "PAST_DUE" | "PRESSED_ALREADY" | "PROJECT_CLOSED" | "STALE_VERSION" | "WRONG_STATE";
                    };
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongType"];
            /** @description INVALID 填写内容有误；KEY_REUSED 幂等键已用于另一个请求；DAY_PASSED 申请的时限已经过去；NOT_LATER 新时限须晚于现时限 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID" | "KEY_REUSED" | "DAY_PASSED" | "NOT_LATER";
                    };
                };
            };
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Obligation_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                obligationId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "obligationId": 1,
                     *       "projectId": 1,
                     *       "projectNumber": 1,
                     *       "projectTitle": "村级阵地达标",
                     *       "programmeId": 1,
                     *       "roundId": 1,
                     *       "roundName": "一月一报告",
                     *       "cadence": "monthly-report",
                     *       "period": "2026-07",
                     *       "owedBy": "unit",
                     *       "unitId": 1,
                     *       "unit": "县委组织部",
                     *       "caseId": 1,
                     *       "state": "open",
                     *       "light": "red",
                     *       "openedAt": "2026-07-31T17:30:00+08:00",
                     *       "dueAt": "2026-07-31T17:30:00+08:00",
                     *       "originalDueAt": "2026-07-31T17:30:00+08:00",
                     *       "dueRevision": 1,
                     *       "provisional": false,
                     *       "arithmetic": "交办 11-20 周五不计；11-23、24、25 为第1–3个工作日",
                     *       "late": false,
                     *       "receivedAt": "2026-07-31T17:30:00+08:00",
                     *       "submittedAt": "2026-07-31T17:30:00+08:00",
                     *       "returnedAt": "2026-07-31T17:30:00+08:00",
                     *       "returnCount": 1,
                     *       "endedAt": "2026-07-31T17:30:00+08:00",
                     *       "version": 1,
                     *       "pendingExtension": {
                     *         "requestId": 1,
                     *         "newDue": "2026-08-20"
                     *       },
                     *       "mayDo": [
                     *         "receive"
                     *       ],
                     *       "submissions": [
                     *         {
                     *           "submittedAt": "2026-07-31T17:30:00+08:00",
                     *           "submittedBy": "李某某",
                     *           "progressPercent": 60,
                     *           "text": "已完成12个村的选址和设计，本月开工7个",
                     *           "problems": "两个村的场地仍在协调",
                     *           "nextSteps": "下月完成剩余6个村的主体施工"
                     *         }
                     *       ],
                     *       "proposalPending": false,
                     *       "extensionRequests": [
                     *         {
                     *           "requestId": 1,
                     *           "obligationId": 1,
                     *           "projectId": 1,
                     *           "projectTitle": "村级阵地达标",
                     *           "unitId": 1,
                     *           "unit": "县委组织部",
                     *           "cadence": "monthly-report",
                     *           "period": "2026-07",
                     *           "state": "pending",
                     *           "appliedAt": "2026-07-31T17:30:00+08:00",
                     *           "appliedBy": "张某某",
                     *           "why": "受连续降雨影响，工期顺延",
                     *           "progress": "已完成六成，剩余工程受降雨影响",
                     *           "progressPercent": 60,
                     *           "newDue": "2026-08-20",
                     *           "dueWhenApplied": "2026-07-31T17:30:00+08:00",
                     *           "dueAt": "2026-07-31T17:30:00+08:00",
                     *           "originalDueAt": "2026-07-31T17:30:00+08:00",
                     *           "decidedAt": "2026-07-31T17:30:00+08:00",
                     *           "decidedBy": "纪某某",
                     *           "decisionWhy": "情况属实",
                     *           "grantedDue": "2026-08-20",
                     *           "version": 1
                     *         }
                     *       ],
                     *       "clocks": {
                     *         "running": false,
                     *         "reason": "连续两个月没有实质进展"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ObligationDetailAndClocks"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description PAST_DUE 已过办结时限；WRONG_STATE 当前状态不能这样办理 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "PAST_DUE" | "WRONG_STATE";
                    };
                };
            };
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Obligation_accept: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 幂等键：每个操作一个新的 UUID。结果与操作在同一事务里留存24小时，只有本账号凭这个键能取回；键相同而网址或内容不同得到 422 KEY_REUSED，前一个还在办理得到 409 KEY_IN_USE。被拒绝的请求不留存。重发得到的答案带 Idempotency-Replayed: true。
                 * @example 7b0e2c1a-5d7e-4c0e-9a53-0f6f6f0d9a11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                obligationId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "why": "受连续降雨影响，工期顺延"
                 *     }
                 */
                "application/json": {
                    version: number;
                    why?: string;
                };
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "obligationId": 1,
                     *       "projectId": 1,
                     *       "projectNumber": 1,
                     *       "projectTitle": "村级阵地达标",
                     *       "programmeId": 1,
                     *       "roundId": 1,
                     *       "roundName": "一月一报告",
                     *       "cadence": "monthly-report",
                     *       "period": "2026-07",
                     *       "owedBy": "unit",
                     *       "unitId": 1,
                     *       "unit": "县委组织部",
                     *       "caseId": 1,
                     *       "state": "open",
                     *       "light": "red",
                     *       "openedAt": "2026-07-31T17:30:00+08:00",
                     *       "dueAt": "2026-07-31T17:30:00+08:00",
                     *       "originalDueAt": "2026-07-31T17:30:00+08:00",
                     *       "dueRevision": 1,
                     *       "provisional": false,
                     *       "arithmetic": "交办 11-20 周五不计；11-23、24、25 为第1–3个工作日",
                     *       "late": false,
                     *       "receivedAt": "2026-07-31T17:30:00+08:00",
                     *       "submittedAt": "2026-07-31T17:30:00+08:00",
                     *       "returnedAt": "2026-07-31T17:30:00+08:00",
                     *       "returnCount": 1,
                     *       "endedAt": "2026-07-31T17:30:00+08:00",
                     *       "version": 1,
                     *       "pendingExtension": {
                     *         "requestId": 1,
                     *         "newDue": "2026-08-20"
                     *       },
                     *       "mayDo": [
                     *         "receive"
                     *       ],
                     *       "submissions": [
                     *         {
                     *           "submittedAt": "2026-07-31T17:30:00+08:00",
                     *           "submittedBy": "李某某",
                     *           "progressPercent": 60,
                     *           "text": "已完成12个村的选址和设计，本月开工7个",
                     *           "problems": "两个村的场地仍在协调",
                     *           "nextSteps": "下月完成剩余6个村的主体施工"
                     *         }
                     *       ],
                     *       "proposalPending": false,
                     *       "extensionRequests": [
                     *         {
                     *           "requestId": 1,
                     *           "obligationId": 1,
                     *           "projectId": 1,
                     *           "projectTitle": "村级阵地达标",
                     *           "unitId": 1,
                     *           "unit": "县委组织部",
                     *           "cadence": "monthly-report",
                     *           "period": "2026-07",
                     *           "state": "pending",
                     *           "appliedAt": "2026-07-31T17:30:00+08:00",
                     *           "appliedBy": "张某某",
                     *           "why": "受连续降雨影响，工期顺延",
                     *           "progress": "已完成六成，剩余工程受降雨影响",
                     *           "progressPercent": 60,
                     *           "newDue": "2026-08-20",
                     *           "dueWhenApplied": "2026-07-31T17:30:00+08:00",
                     *           "dueAt": "2026-07-31T17:30:00+08:00",
                     *           "originalDueAt": "2026-07-31T17:30:00+08:00",
                     *           "decidedAt": "2026-07-31T17:30:00+08:00",
                     *           "decidedBy": "纪某某",
                     *           "decisionWhy": "情况属实",
                     *           "grantedDue": "2026-08-20",
                     *           "version": 1
                     *         }
                     *       ],
                     *       "clocks": {
                     *         "running": false,
                     *         "reason": "连续两个月没有实质进展"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ObligationDetailAndClocks"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description CONFLICT 与现有记录冲突；KEY_IN_USE 同一个请求还在办理中；NOT_OPEN 尚未开启；PAST_DUE 已过办结时限；PROJECT_CLOSED 项目已结项或撤销；STALE_VERSION 内容已被他人更改；WRONG_STATE 当前状态不能这样办理 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "CONFLICT" | "KEY_IN_USE" | "NOT_OPEN" | "PAST_DUE" | "PROJECT_CLOSED" | "STALE_VERSION" | "WRONG_STATE";
                    };
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongType"];
            /** @description INVALID 填写内容有误；KEY_REUSED 幂等键已用于另一个请求；DAY_PASSED 申请的时限已经过去；NOT_LATER 新时限须晚于现时限 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID" | "KEY_REUSED" | "DAY_PASSED" | "NOT_LATER";
                    };
                };
            };
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Obligation_extend: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 幂等键：每个操作一个新的 UUID。结果与操作在同一事务里留存24小时，只有本账号凭这个键能取回；键相同而网址或内容不同得到 422 KEY_REUSED，前一个还在办理得到 409 KEY_IN_USE。被拒绝的请求不留存。重发得到的答案带 Idempotency-Replayed: true。
                 * @example 7b0e2c1a-5d7e-4c0e-9a53-0f6f6f0d9a11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                obligationId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "newDue": "2026-07-31",
                 *       "why": "受连续降雨影响，工期顺延"
                 *     }
                 */
                "application/json": {
                    version: number;
                    /**
                     * Format: date
                     * @example 2026-07-31
                     */
                    newDue: string;
                    why: string;
                };
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "obligationId": 1,
                     *       "projectId": 1,
                     *       "projectNumber": 1,
                     *       "projectTitle": "村级阵地达标",
                     *       "programmeId": 1,
                     *       "roundId": 1,
                     *       "roundName": "一月一报告",
                     *       "cadence": "monthly-report",
                     *       "period": "2026-07",
                     *       "owedBy": "unit",
                     *       "unitId": 1,
                     *       "unit": "县委组织部",
                     *       "caseId": 1,
                     *       "state": "open",
                     *       "light": "red",
                     *       "openedAt": "2026-07-31T17:30:00+08:00",
                     *       "dueAt": "2026-07-31T17:30:00+08:00",
                     *       "originalDueAt": "2026-07-31T17:30:00+08:00",
                     *       "dueRevision": 1,
                     *       "provisional": false,
                     *       "arithmetic": "交办 11-20 周五不计；11-23、24、25 为第1–3个工作日",
                     *       "late": false,
                     *       "receivedAt": "2026-07-31T17:30:00+08:00",
                     *       "submittedAt": "2026-07-31T17:30:00+08:00",
                     *       "returnedAt": "2026-07-31T17:30:00+08:00",
                     *       "returnCount": 1,
                     *       "endedAt": "2026-07-31T17:30:00+08:00",
                     *       "version": 1,
                     *       "pendingExtension": {
                     *         "requestId": 1,
                     *         "newDue": "2026-08-20"
                     *       },
                     *       "mayDo": [
                     *         "receive"
                     *       ],
                     *       "submissions": [
                     *         {
                     *           "submittedAt": "2026-07-31T17:30:00+08:00",
                     *           "submittedBy": "李某某",
                     *           "progressPercent": 60,
                     *           "text": "已完成12个村的选址和设计，本月开工7个",
                     *           "problems": "两个村的场地仍在协调",
                     *           "nextSteps": "下月完成剩余6个村的主体施工"
                     *         }
                     *       ],
                     *       "proposalPending": false,
                     *       "extensionRequests": [
                     *         {
                     *           "requestId": 1,
                     *           "obligationId": 1,
                     *           "projectId": 1,
                     *           "projectTitle": "村级阵地达标",
                     *           "unitId": 1,
                     *           "unit": "县委组织部",
                     *           "cadence": "monthly-report",
                     *           "period": "2026-07",
                     *           "state": "pending",
                     *           "appliedAt": "2026-07-31T17:30:00+08:00",
                     *           "appliedBy": "张某某",
                     *           "why": "受连续降雨影响，工期顺延",
                     *           "progress": "已完成六成，剩余工程受降雨影响",
                     *           "progressPercent": 60,
                     *           "newDue": "2026-08-20",
                     *           "dueWhenApplied": "2026-07-31T17:30:00+08:00",
                     *           "dueAt": "2026-07-31T17:30:00+08:00",
                     *           "originalDueAt": "2026-07-31T17:30:00+08:00",
                     *           "decidedAt": "2026-07-31T17:30:00+08:00",
                     *           "decidedBy": "纪某某",
                     *           "decisionWhy": "情况属实",
                     *           "grantedDue": "2026-08-20",
                     *           "version": 1
                     *         }
                     *       ],
                     *       "clocks": {
                     *         "running": false,
                     *         "reason": "连续两个月没有实质进展"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ObligationDetailAndClocks"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description CONFLICT 与现有记录冲突；KEY_IN_USE 同一个请求还在办理中；NOT_OPEN 尚未开启；PAST_DUE 已过办结时限；PROJECT_CLOSED 项目已结项或撤销；STALE_VERSION 内容已被他人更改；WRONG_STATE 当前状态不能这样办理 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "CONFLICT" | "KEY_IN_USE" | "NOT_OPEN" | "PAST_DUE" | "PROJECT_CLOSED" | "STALE_VERSION" | "WRONG_STATE";
                    };
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongType"];
            /** @description INVALID 填写内容有误；KEY_REUSED 幂等键已用于另一个请求；DAY_PASSED 申请的时限已经过去；NOT_LATER 新时限须晚于现时限 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID" | "KEY_REUSED" | "DAY_PASSED" | "NOT_LATER";
                    };
                };
            };
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Extension_apply: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 幂等键：每个操作一个新的 UUID。结果与操作在同一事务里留存24小时，只有本账号凭这个键能取回；键相同而网址或内容不同得到 422 KEY_REUSED，前一个还在办理得到 409 KEY_IN_USE。被拒绝的请求不留存。重发得到的答案带 Idempotency-Replayed: true。
                 * @example 7b0e2c1a-5d7e-4c0e-9a53-0f6f6f0d9a11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                obligationId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "newDue": "2026-07-31",
                 *       "why": "受连续降雨影响，工期顺延",
                 *       "progress": "已完成六成，剩余工程受降雨影响",
                 *       "progressPercent": 60
                 *     }
                 */
                "application/json": {
                    version: number;
                    /**
                     * Format: date
                     * @example 2026-07-31
                     */
                    newDue: string;
                    why: string;
                    progress: string;
                    progressPercent?: number;
                };
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    /** @description 新建的内容在哪里 */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "requestId": 1,
                     *       "obligationId": 1,
                     *       "projectId": 1,
                     *       "projectTitle": "村级阵地达标",
                     *       "unitId": 1,
                     *       "unit": "县委组织部",
                     *       "cadence": "monthly-report",
                     *       "period": "2026-07",
                     *       "state": "pending",
                     *       "appliedAt": "2026-07-31T17:30:00+08:00",
                     *       "appliedBy": "张某某",
                     *       "why": "受连续降雨影响，工期顺延",
                     *       "progress": "已完成六成，剩余工程受降雨影响",
                     *       "progressPercent": 60,
                     *       "newDue": "2026-08-20",
                     *       "dueWhenApplied": "2026-07-31T17:30:00+08:00",
                     *       "dueAt": "2026-07-31T17:30:00+08:00",
                     *       "originalDueAt": "2026-07-31T17:30:00+08:00",
                     *       "decidedAt": "2026-07-31T17:30:00+08:00",
                     *       "decidedBy": "纪某某",
                     *       "decisionWhy": "情况属实",
                     *       "grantedDue": "2026-08-20",
                     *       "version": 1,
                     *       "clocks": {
                     *         "running": false,
                     *         "reason": "连续两个月没有实质进展"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ExtensionRequestAndClocks"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description CONFLICT 与现有记录冲突；KEY_IN_USE 同一个请求还在办理中；NOT_LAUNCHED 项目尚未下达；NOT_OPEN 尚未开启；PAST_DUE 已过办结时限；PROJECT_CLOSED 项目已结项或撤销；REQUEST_PENDING 已有待审批的延期申请；STALE_VERSION 内容已被他人更改；WRONG_STATE 当前状态不能这样办理 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "CONFLICT" | "KEY_IN_USE" | "NOT_LAUNCHED" | "NOT_OPEN" | "PAST_DUE" | "PROJECT_CLOSED" | "REQUEST_PENDING" | "STALE_VERSION" | "WRONG_STATE";
                    };
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongType"];
            /** @description INVALID 填写内容有误；KEY_REUSED 幂等键已用于另一个请求；DAY_PASSED 申请的时限已经过去；NOT_LATER 新时限须晚于现时限 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID" | "KEY_REUSED" | "DAY_PASSED" | "NOT_LATER";
                    };
                };
            };
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    History_ofObligation: {
        parameters: {
            query?: {
                limit?: number;
                /** @description 从上一页的 next 原样取来；不填即第一页。其余条件须与上一页相同 */
                cursor?: string;
            };
            header?: never;
            path: {
                obligationId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "seq": 1,
                     *           "at": "2026-07-31T17:30:00+08:00",
                     *           "act": "submit",
                     *           "actor": "张某某",
                     *           "actorId": 1,
                     *           "projectId": 1,
                     *           "obligationId": 1,
                     *           "from": "2026-07-31T17:30:00+08:00",
                     *           "to": "2026-08-20T17:30:00+08:00",
                     *           "dueAt": "2026-07-31T17:30:00+08:00",
                     *           "dueRevision": 1,
                     *           "late": false,
                     *           "why": "受连续降雨影响，工期顺延",
                     *           "data": {},
                     *           "requestId": "3f0d3c1e-0f4b-4a57-9a53-6a1f0f6f2d10"
                     *         }
                     *       ],
                     *       "limit": 1,
                     *       "next": null,
                     *       "clocks": {
                     *         "running": false,
                     *         "reason": "连续两个月没有实质进展"
                     *       }
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["History"][];
                        limit: number;
                        /** @description 下一页的 cursor；没有下一页为 null */
                        next: string | null;
                        clocks: components["schemas"]["Clocks"];
                    };
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Receipt_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description 从上一页的 next 原样取来；不填即第一页。其余条件须与上一页相同 */
                cursor?: string;
            };
            header?: never;
            path: {
                obligationId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "noticeId": 1,
                     *           "action": "remind",
                     *           "post": "handler",
                     *           "person": "李某某",
                     *           "title": "村级阵地达标",
                     *           "at": "2026-07-31T17:30:00+08:00",
                     *           "late": false,
                     *           "urgent": false,
                     *           "deliveredAt": "2026-07-31T17:30:00+08:00",
                     *           "readAt": "2026-07-31T17:30:00+08:00",
                     *           "messages": [
                     *             {
                     *               "channel": "smtp",
                     *               "state": "received"
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "limit": 1,
                     *       "next": null
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Receipt"][];
                        limit: number;
                        /** @description 下一页的 cursor；没有下一页为 null */
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Obligation_press: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 幂等键：每个操作一个新的 UUID。结果与操作在同一事务里留存24小时，只有本账号凭这个键能取回；键相同而网址或内容不同得到 422 KEY_REUSED，前一个还在办理得到 409 KEY_IN_USE。被拒绝的请求不留存。重发得到的答案带 Idempotency-Replayed: true。
                 * @example 7b0e2c1a-5d7e-4c0e-9a53-0f6f6f0d9a11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                obligationId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "text": "已完成12个村的选址和设计，本月开工7个"
                 *     }
                 */
                "application/json": {
                    text?: string;
                };
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "recipients": 1,
                     *       "clocks": {
                     *         "running": false,
                     *         "reason": "连续两个月没有实质进展"
                     *       }
                     *     }
                     */
                    "application/json": {
                        recipients: number;
                        clocks: components["schemas"]["Clocks"];
                    };
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description CONFLICT 与现有记录冲突；KEY_IN_USE 同一个请求还在办理中；NOT_LAUNCHED 项目尚未下达；NOT_OPEN 尚未开启；PRESSED_ALREADY 今天已经催办过；PROJECT_CLOSED 项目已结项或撤销；STALE_VERSION 内容已被他人更改；WRONG_STATE 当前状态不能这样办理 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "CONFLICT" | "KEY_IN_USE" | "NOT_LAUNCHED" | "NOT_OPEN" | "PRESSED_ALREADY" | "PROJECT_CLOSED" | "STALE_VERSION" | "WRONG_STATE";
                    };
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Obligation_receive: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 幂等键：每个操作一个新的 UUID。结果与操作在同一事务里留存24小时，只有本账号凭这个键能取回；键相同而网址或内容不同得到 422 KEY_REUSED，前一个还在办理得到 409 KEY_IN_USE。被拒绝的请求不留存。重发得到的答案带 Idempotency-Replayed: true。
                 * @example 7b0e2c1a-5d7e-4c0e-9a53-0f6f6f0d9a11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                obligationId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1
                 *     }
                 */
                "application/json": {
                    version: number;
                };
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "obligationId": 1,
                     *       "projectId": 1,
                     *       "projectNumber": 1,
                     *       "projectTitle": "村级阵地达标",
                     *       "programmeId": 1,
                     *       "roundId": 1,
                     *       "roundName": "一月一报告",
                     *       "cadence": "monthly-report",
                     *       "period": "2026-07",
                     *       "owedBy": "unit",
                     *       "unitId": 1,
                     *       "unit": "县委组织部",
                     *       "caseId": 1,
                     *       "state": "open",
                     *       "light": "red",
                     *       "openedAt": "2026-07-31T17:30:00+08:00",
                     *       "dueAt": "2026-07-31T17:30:00+08:00",
                     *       "originalDueAt": "2026-07-31T17:30:00+08:00",
                     *       "dueRevision": 1,
                     *       "provisional": false,
                     *       "arithmetic": "交办 11-20 周五不计；11-23、24、25 为第1–3个工作日",
                     *       "late": false,
                     *       "receivedAt": "2026-07-31T17:30:00+08:00",
                     *       "submittedAt": "2026-07-31T17:30:00+08:00",
                     *       "returnedAt": "2026-07-31T17:30:00+08:00",
                     *       "returnCount": 1,
                     *       "endedAt": "2026-07-31T17:30:00+08:00",
                     *       "version": 1,
                     *       "pendingExtension": {
                     *         "requestId": 1,
                     *         "newDue": "2026-08-20"
                     *       },
                     *       "mayDo": [
                     *         "receive"
                     *       ],
                     *       "submissions": [
                     *         {
                     *           "submittedAt": "2026-07-31T17:30:00+08:00",
                     *           "submittedBy": "李某某",
                     *           "progressPercent": 60,
                     *           "text": "已完成12个村的选址和设计，本月开工7个",
                     *           "problems": "两个村的场地仍在协调",
                     *           "nextSteps": "下月完成剩余6个村的主体施工"
                     *         }
                     *       ],
                     *       "proposalPending": false,
                     *       "extensionRequests": [
                     *         {
                     *           "requestId": 1,
                     *           "obligationId": 1,
                     *           "projectId": 1,
                     *           "projectTitle": "村级阵地达标",
                     *           "unitId": 1,
                     *           "unit": "县委组织部",
                     *           "cadence": "monthly-report",
                     *           "period": "2026-07",
                     *           "state": "pending",
                     *           "appliedAt": "2026-07-31T17:30:00+08:00",
                     *           "appliedBy": "张某某",
                     *           "why": "受连续降雨影响，工期顺延",
                     *           "progress": "已完成六成，剩余工程受降雨影响",
                     *           "progressPercent": 60,
                     *           "newDue": "2026-08-20",
                     *           "dueWhenApplied": "2026-07-31T17:30:00+08:00",
                     *           "dueAt": "2026-07-31T17:30:00+08:00",
                     *           "originalDueAt": "2026-07-31T17:30:00+08:00",
                     *           "decidedAt": "2026-07-31T17:30:00+08:00",
                     *           "decidedBy": "纪某某",
                     *           "decisionWhy": "情况属实",
                     *           "grantedDue": "2026-08-20",
                     *           "version": 1
                     *         }
                     *       ],
                     *       "clocks": {
                     *         "running": false,
                     *         "reason": "连续两个月没有实质进展"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ObligationDetailAndClocks"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description CONFLICT 与现有记录冲突；KEY_IN_USE 同一个请求还在办理中；NOT_OPEN 尚未开启；PAST_DUE 已过办结时限；PROJECT_CLOSED 项目已结项或撤销；STALE_VERSION 内容已被他人更改；WRONG_STATE 当前状态不能这样办理 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "CONFLICT" | "KEY_IN_USE" | "NOT_OPEN" | "PAST_DUE" | "PROJECT_CLOSED" | "STALE_VERSION" | "WRONG_STATE";
                    };
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongType"];
            /** @description INVALID 填写内容有误；KEY_REUSED 幂等键已用于另一个请求；DAY_PASSED 申请的时限已经过去；NOT_LATER 新时限须晚于现时限 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID" | "KEY_REUSED" | "DAY_PASSED" | "NOT_LATER";
                    };
                };
            };
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Rectification_approve: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 幂等键：每个操作一个新的 UUID。结果与操作在同一事务里留存24小时，只有本账号凭这个键能取回；键相同而网址或内容不同得到 422 KEY_REUSED，前一个还在办理得到 409 KEY_IN_USE。被拒绝的请求不留存。重发得到的答案带 Idempotency-Replayed: true。
                 * @example 7b0e2c1a-5d7e-4c0e-9a53-0f6f6f0d9a11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                obligationId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "工作不重视",
                 *       "reasonText": "连续两个月没有实质进展",
                 *       "withinWorkdays": 1
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    reason: "工作不重视" | "活动不扎实" | "效果不明显" | "其他";
                    reasonText?: string;
                    /** @description 缺省15个工作日 */
                    withinWorkdays?: number;
                };
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    /** @description 新建的内容在哪里 */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "caseId": 1,
                     *       "key": "2026-1",
                     *       "projectId": 1,
                     *       "projectTitle": "村级阵地达标",
                     *       "unitId": 1,
                     *       "unit": "县委组织部",
                     *       "reason": "工作不重视",
                     *       "reasonText": "连续两个月没有实质进展",
                     *       "withinWorkdays": 1,
                     *       "attempt": 1,
                     *       "issuedAt": "2026-07-31T17:30:00+08:00",
                     *       "issuedBy": "纪某某",
                     *       "sourceObligationId": 1,
                     *       "closedOutAt": "2026-07-31T17:30:00+08:00",
                     *       "archivedAt": "2026-07-31T17:30:00+08:00",
                     *       "withdrawnAt": "2026-07-31T17:30:00+08:00",
                     *       "withdrawnBy": "纪某某",
                     *       "withdrawWhy": "整改对象有误",
                     *       "version": 1,
                     *       "stages": [
                     *         {
                     *           "obligationId": 1,
                     *           "projectId": 1,
                     *           "projectNumber": 1,
                     *           "projectTitle": "村级阵地达标",
                     *           "programmeId": 1,
                     *           "roundId": 1,
                     *           "roundName": "一月一报告",
                     *           "cadence": "monthly-report",
                     *           "period": "2026-07",
                     *           "owedBy": "unit",
                     *           "unitId": 1,
                     *           "unit": "县委组织部",
                     *           "caseId": 1,
                     *           "state": "open",
                     *           "light": "red",
                     *           "openedAt": "2026-07-31T17:30:00+08:00",
                     *           "dueAt": "2026-07-31T17:30:00+08:00",
                     *           "originalDueAt": "2026-07-31T17:30:00+08:00",
                     *           "dueRevision": 1,
                     *           "provisional": false,
                     *           "arithmetic": "交办 11-20 周五不计；11-23、24、25 为第1–3个工作日",
                     *           "late": false,
                     *           "receivedAt": "2026-07-31T17:30:00+08:00",
                     *           "submittedAt": "2026-07-31T17:30:00+08:00",
                     *           "returnedAt": "2026-07-31T17:30:00+08:00",
                     *           "returnCount": 1,
                     *           "endedAt": "2026-07-31T17:30:00+08:00",
                     *           "version": 1,
                     *           "pendingExtension": {
                     *             "requestId": 1,
                     *             "newDue": "2026-08-20"
                     *           },
                     *           "mayDo": [
                     *             "receive"
                     *           ]
                     *         }
                     *       ],
                     *       "clocks": {
                     *         "running": false,
                     *         "reason": "连续两个月没有实质进展"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["RectificationCaseDetailAndClocks"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description CONFLICT 与现有记录冲突；KEY_IN_USE 同一个请求还在办理中；NOT_LAUNCHED 项目尚未下达；NOT_OPEN 尚未开启；NO_PROPOSAL 没有待审的整改建议；PAST_DUE 已过办结时限；PROJECT_CLOSED 项目已结项或撤销；WRONG_STATE 当前状态不能这样办理 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "CONFLICT" | "KEY_IN_USE" | "NOT_LAUNCHED" | "NOT_OPEN" | "NO_PROPOSAL" | "PAST_DUE" | "PROJECT_CLOSED" | "WRONG_STATE";
                    };
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Rectification_decline: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 幂等键：每个操作一个新的 UUID。结果与操作在同一事务里留存24小时，只有本账号凭这个键能取回；键相同而网址或内容不同得到 422 KEY_REUSED，前一个还在办理得到 409 KEY_IN_USE。被拒绝的请求不留存。重发得到的答案带 Idempotency-Replayed: true。
                 * @example 7b0e2c1a-5d7e-4c0e-9a53-0f6f6f0d9a11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                obligationId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "why": "受连续降雨影响，工期顺延"
                 *     }
                 */
                "application/json": {
                    why: string;
                };
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "ok": true
                     *     }
                     */
                    "application/json": {
                        /** @enum {boolean} */
                        ok: true;
                    };
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description CONFLICT 与现有记录冲突；KEY_IN_USE 同一个请求还在办理中；NOT_OPEN 尚未开启；NO_PROPOSAL 没有待审的整改建议 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "CONFLICT" | "KEY_IN_USE" | "NOT_OPEN" | "NO_PROPOSAL";
                    };
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Obligation_resume: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 幂等键：每个操作一个新的 UUID。结果与操作在同一事务里留存24小时，只有本账号凭这个键能取回；键相同而网址或内容不同得到 422 KEY_REUSED，前一个还在办理得到 409 KEY_IN_USE。被拒绝的请求不留存。重发得到的答案带 Idempotency-Replayed: true。
                 * @example 7b0e2c1a-5d7e-4c0e-9a53-0f6f6f0d9a11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                obligationId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "why": "受连续降雨影响，工期顺延"
                 *     }
                 */
                "application/json": {
                    version: number;
                    why?: string;
                };
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "obligationId": 1,
                     *       "projectId": 1,
                     *       "projectNumber": 1,
                     *       "projectTitle": "村级阵地达标",
                     *       "programmeId": 1,
                     *       "roundId": 1,
                     *       "roundName": "一月一报告",
                     *       "cadence": "monthly-report",
                     *       "period": "2026-07",
                     *       "owedBy": "unit",
                     *       "unitId": 1,
                     *       "unit": "县委组织部",
                     *       "caseId": 1,
                     *       "state": "open",
                     *       "light": "red",
                     *       "openedAt": "2026-07-31T17:30:00+08:00",
                     *       "dueAt": "2026-07-31T17:30:00+08:00",
                     *       "originalDueAt": "2026-07-31T17:30:00+08:00",
                     *       "dueRevision": 1,
                     *       "provisional": false,
                     *       "arithmetic": "交办 11-20 周五不计；11-23、24、25 为第1–3个工作日",
                     *       "late": false,
                     *       "receivedAt": "2026-07-31T17:30:00+08:00",
                     *       "submittedAt": "2026-07-31T17:30:00+08:00",
                     *       "returnedAt": "2026-07-31T17:30:00+08:00",
                     *       "returnCount": 1,
                     *       "endedAt": "2026-07-31T17:30:00+08:00",
                     *       "version": 1,
                     *       "pendingExtension": {
                     *         "requestId": 1,
                     *         "newDue": "2026-08-20"
                     *       },
                     *       "mayDo": [
                     *         "receive"
                     *       ],
                     *       "submissions": [
                     *         {
                     *           "submittedAt": "2026-07-31T17:30:00+08:00",
                     *           "submittedBy": "李某某",
                     *           "progressPercent": 60,
                     *           "text": "已完成12个村的选址和设计，本月开工7个",
                     *           "problems": "两个村的场地仍在协调",
                     *           "nextSteps": "下月完成剩余6个村的主体施工"
                     *         }
                     *       ],
                     *       "proposalPending": false,
                     *       "extensionRequests": [
                     *         {
                     *           "requestId": 1,
                     *           "obligationId": 1,
                     *           "projectId": 1,
                     *           "projectTitle": "村级阵地达标",
                     *           "unitId": 1,
                     *           "unit": "县委组织部",
                     *           "cadence": "monthly-report",
                     *           "period": "2026-07",
                     *           "state": "pending",
                     *           "appliedAt": "2026-07-31T17:30:00+08:00",
                     *           "appliedBy": "张某某",
                     *           "why": "受连续降雨影响，工期顺延",
                     *           "progress": "已完成六成，剩余工程受降雨影响",
                     *           "progressPercent": 60,
                     *           "newDue": "2026-08-20",
                     *           "dueWhenApplied": "2026-07-31T17:30:00+08:00",
                     *           "dueAt": "2026-07-31T17:30:00+08:00",
                     *           "originalDueAt": "2026-07-31T17:30:00+08:00",
                     *           "decidedAt": "2026-07-31T17:30:00+08:00",
                     *           "decidedBy": "纪某某",
                     *           "decisionWhy": "情况属实",
                     *           "grantedDue": "2026-08-20",
                     *           "version": 1
                     *         }
                     *       ],
                     *       "clocks": {
                     *         "running": false,
                     *         "reason": "连续两个月没有实质进展"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ObligationDetailAndClocks"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description CONFLICT 与现有记录冲突；KEY_IN_USE 同一个请求还在办理中；NOT_OPEN 尚未开启；PAST_DUE 已过办结时限；PROJECT_CLOSED 项目已结项或撤销；STALE_VERSION 内容已被他人更改；WRONG_STATE 当前状态不能这样办理 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "CONFLICT" | "KEY_IN_USE" | "NOT_OPEN" | "PAST_DUE" | "PROJECT_CLOSED" | "STALE_VERSION" | "WRONG_STATE";
                    };
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongType"];
            /** @description INVALID 填写内容有误；KEY_REUSED 幂等键已用于另一个请求；DAY_PASSED 申请的时限已经过去；NOT_LATER 新时限须晚于现时限 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID" | "KEY_REUSED" | "DAY_PASSED" | "NOT_LATER";
                    };
                };
            };
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Obligation_return: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 幂等键：每个操作一个新的 UUID。结果与操作在同一事务里留存24小时，只有本账号凭这个键能取回；键相同而网址或内容不同得到 422 KEY_REUSED，前一个还在办理得到 409 KEY_IN_USE。被拒绝的请求不留存。重发得到的答案带 Idempotency-Replayed: true。
                 * @example 7b0e2c1a-5d7e-4c0e-9a53-0f6f6f0d9a11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                obligationId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "why": "受连续降雨影响，工期顺延",
                 *       "withinWorkdays": 1
                 *     }
                 */
                "application/json": {
                    version: number;
                    why: string;
                    withinWorkdays?: number;
                };
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "obligationId": 1,
                     *       "projectId": 1,
                     *       "projectNumber": 1,
                     *       "projectTitle": "村级阵地达标",
                     *       "programmeId": 1,
                     *       "roundId": 1,
                     *       "roundName": "一月一报告",
                     *       "cadence": "monthly-report",
                     *       "period": "2026-07",
                     *       "owedBy": "unit",
                     *       "unitId": 1,
                     *       "unit": "县委组织部",
                     *       "caseId": 1,
                     *       "state": "open",
                     *       "light": "red",
                     *       "openedAt": "2026-07-31T17:30:00+08:00",
                     *       "dueAt": "2026-07-31T17:30:00+08:00",
                     *       "originalDueAt": "2026-07-31T17:30:00+08:00",
                     *       "dueRevision": 1,
                     *       "provisional": false,
                     *       "arithmetic": "交办 11-20 周五不计；11-23、24、25 为第1–3个工作日",
                     *       "late": false,
                     *       "receivedAt": "2026-07-31T17:30:00+08:00",
                     *       "submittedAt": "2026-07-31T17:30:00+08:00",
                     *       "returnedAt": "2026-07-31T17:30:00+08:00",
                     *       "returnCount": 1,
                     *       "endedAt": "2026-07-31T17:30:00+08:00",
                     *       "version": 1,
                     *       "pendingExtension": {
                     *         "requestId": 1,
                     *         "newDue": "2026-08-20"
                     *       },
                     *       "mayDo": [
                     *         "receive"
                     *       ],
                     *       "submissions": [
                     *         {
                     *           "submittedAt": "2026-07-31T17:30:00+08:00",
                     *           "submittedBy": "李某某",
                     *           "progressPercent": 60,
                     *           "text": "已完成12个村的选址和设计，本月开工7个",
                     *           "problems": "两个村的场地仍在协调",
                     *           "nextSteps": "下月完成剩余6个村的主体施工"
                     *         }
                     *       ],
                     *       "proposalPending": false,
                     *       "extensionRequests": [
                     *         {
                     *           "requestId": 1,
                     *           "obligationId": 1,
                     *           "projectId": 1,
                     *           "projectTitle": "村级阵地达标",
                     *           "unitId": 1,
                     *           "unit": "县委组织部",
                     *           "cadence": "monthly-report",
                     *           "period": "2026-07",
                     *           "state": "pending",
                     *           "appliedAt": "2026-07-31T17:30:00+08:00",
                     *           "appliedBy": "张某某",
                     *           "why": "受连续降雨影响，工期顺延",
                     *           "progress": "已完成六成，剩余工程受降雨影响",
                     *           "progressPercent": 60,
                     *           "newDue": "2026-08-20",
                     *           "dueWhenApplied": "2026-07-31T17:30:00+08:00",
                     *           "dueAt": "2026-07-31T17:30:00+08:00",
                     *           "originalDueAt": "2026-07-31T17:30:00+08:00",
                     *           "decidedAt": "2026-07-31T17:30:00+08:00",
                     *           "decidedBy": "纪某某",
                     *           "decisionWhy": "情况属实",
                     *           "grantedDue": "2026-08-20",
                     *           "version": 1
                     *         }
                     *       ],
                     *       "clocks": {
                     *         "running": false,
                     *         "reason": "连续两个月没有实质进展"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ObligationDetailAndClocks"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description CONFLICT 与现有记录冲突；KEY_IN_USE 同一个请求还在办理中；NOT_OPEN 尚未开启；PAST_DUE 已过办结时限；PROJECT_CLOSED 项目已结项或撤销；STALE_VERSION 内容已被他人更改；WRONG_STATE 当前状态不能这样办理 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "CONFLICT" | "KEY_IN_USE" | "NOT_OPEN" | "PAST_DUE" | "PROJECT_CLOSED" | "STALE_VERSION" | "WRONG_STATE";
                    };
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongType"];
            /** @description INVALID 填写内容有误；KEY_REUSED 幂等键已用于另一个请求；DAY_PASSED 申请的时限已经过去；NOT_LATER 新时限须晚于现时限 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID" | "KEY_REUSED" | "DAY_PASSED" | "NOT_LATER";
                    };
                };
            };
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Obligation_submit: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 幂等键：每个操作一个新的 UUID。结果与操作在同一事务里留存24小时，只有本账号凭这个键能取回；键相同而网址或内容不同得到 422 KEY_REUSED，前一个还在办理得到 409 KEY_IN_USE。被拒绝的请求不留存。重发得到的答案带 Idempotency-Replayed: true。
                 * @example 7b0e2c1a-5d7e-4c0e-9a53-0f6f6f0d9a11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                obligationId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "progressPercent": 60,
                 *       "text": "已完成12个村的选址和设计，本月开工7个",
                 *       "problems": "两个村的场地仍在协调",
                 *       "nextSteps": "下月完成剩余6个村的主体施工"
                 *     }
                 */
                "application/json": {
                    version: number;
                    progressPercent?: number;
                    text: string;
                    problems?: string;
                    nextSteps?: string;
                };
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "obligationId": 1,
                     *       "projectId": 1,
                     *       "projectNumber": 1,
                     *       "projectTitle": "村级阵地达标",
                     *       "programmeId": 1,
                     *       "roundId": 1,
                     *       "roundName": "一月一报告",
                     *       "cadence": "monthly-report",
                     *       "period": "2026-07",
                     *       "owedBy": "unit",
                     *       "unitId": 1,
                     *       "unit": "县委组织部",
                     *       "caseId": 1,
                     *       "state": "open",
                     *       "light": "red",
                     *       "openedAt": "2026-07-31T17:30:00+08:00",
                     *       "dueAt": "2026-07-31T17:30:00+08:00",
                     *       "originalDueAt": "2026-07-31T17:30:00+08:00",
                     *       "dueRevision": 1,
                     *       "provisional": false,
                     *       "arithmetic": "交办 11-20 周五不计；11-23、24、25 为第1–3个工作日",
                     *       "late": false,
                     *       "receivedAt": "2026-07-31T17:30:00+08:00",
                     *       "submittedAt": "2026-07-31T17:30:00+08:00",
                     *       "returnedAt": "2026-07-31T17:30:00+08:00",
                     *       "returnCount": 1,
                     *       "endedAt": "2026-07-31T17:30:00+08:00",
                     *       "version": 1,
                     *       "pendingExtension": {
                     *         "requestId": 1,
                     *         "newDue": "2026-08-20"
                     *       },
                     *       "mayDo": [
                     *         "receive"
                     *       ],
                     *       "submissions": [
                     *         {
                     *           "submittedAt": "2026-07-31T17:30:00+08:00",
                     *           "submittedBy": "李某某",
                     *           "progressPercent": 60,
                     *           "text": "已完成12个村的选址和设计，本月开工7个",
                     *           "problems": "两个村的场地仍在协调",
                     *           "nextSteps": "下月完成剩余6个村的主体施工"
                     *         }
                     *       ],
                     *       "proposalPending": false,
                     *       "extensionRequests": [
                     *         {
                     *           "requestId": 1,
                     *           "obligationId": 1,
                     *           "projectId": 1,
                     *           "projectTitle": "村级阵地达标",
                     *           "unitId": 1,
                     *           "unit": "县委组织部",
                     *           "cadence": "monthly-report",
                     *           "period": "2026-07",
                     *           "state": "pending",
                     *           "appliedAt": "2026-07-31T17:30:00+08:00",
                     *           "appliedBy": "张某某",
                     *           "why": "受连续降雨影响，工期顺延",
                     *           "progress": "已完成六成，剩余工程受降雨影响",
                     *           "progressPercent": 60,
                     *           "newDue": "2026-08-20",
                     *           "dueWhenApplied": "2026-07-31T17:30:00+08:00",
                     *           "dueAt": "2026-07-31T17:30:00+08:00",
                     *           "originalDueAt": "2026-07-31T17:30:00+08:00",
                     *           "decidedAt": "2026-07-31T17:30:00+08:00",
                     *           "decidedBy": "纪某某",
                     *           "decisionWhy": "情况属实",
                     *           "grantedDue": "2026-08-20",
                     *           "version": 1
                     *         }
                     *       ],
                     *       "clocks": {
                     *         "running": false,
                     *         "reason": "连续两个月没有实质进展"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ObligationDetailAndClocks"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description CONFLICT 与现有记录冲突；KEY_IN_USE 同一个请求还在办理中；NOT_OPEN 尚未开启；PAST_DUE 已过办结时限；PROJECT_CLOSED 项目已结项或撤销；STALE_VERSION 内容已被他人更改；WRONG_STATE 当前状态不能这样办理 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "CONFLICT" | "KEY_IN_USE" | "NOT_OPEN" | "PAST_DUE" | "PROJECT_CLOSED" | "STALE_VERSION" | "WRONG_STATE";
                    };
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongType"];
            /** @description INVALID 填写内容有误；KEY_REUSED 幂等键已用于另一个请求；DAY_PASSED 申请的时限已经过去；NOT_LATER 新时限须晚于现时限 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID" | "KEY_REUSED" | "DAY_PASSED" | "NOT_LATER";
                    };
                };
            };
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Obligation_suspend: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 幂等键：每个操作一个新的 UUID。结果与操作在同一事务里留存24小时，只有本账号凭这个键能取回；键相同而网址或内容不同得到 422 KEY_REUSED，前一个还在办理得到 409 KEY_IN_USE。被拒绝的请求不留存。重发得到的答案带 Idempotency-Replayed: true。
                 * @example 7b0e2c1a-5d7e-4c0e-9a53-0f6f6f0d9a11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                obligationId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "why": "受连续降雨影响，工期顺延"
                 *     }
                 */
                "application/json": {
                    version: number;
                    why: string;
                };
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "obligationId": 1,
                     *       "projectId": 1,
                     *       "projectNumber": 1,
                     *       "projectTitle": "村级阵地达标",
                     *       "programmeId": 1,
                     *       "roundId": 1,
                     *       "roundName": "一月一报告",
                     *       "cadence": "monthly-report",
                     *       "period": "2026-07",
                     *       "owedBy": "unit",
                     *       "unitId": 1,
                     *       "unit": "县委组织部",
                     *       "caseId": 1,
                     *       "state": "open",
                     *       "light": "red",
                     *       "openedAt": "2026-07-31T17:30:00+08:00",
                     *       "dueAt": "2026-07-31T17:30:00+08:00",
                     *       "originalDueAt": "2026-07-31T17:30:00+08:00",
                     *       "dueRevision": 1,
                     *       "provisional": false,
                     *       "arithmetic": "交办 11-20 周五不计；11-23、24、25 为第1–3个工作日",
                     *       "late": false,
                     *       "receivedAt": "2026-07-31T17:30:00+08:00",
                     *       "submittedAt": "2026-07-31T17:30:00+08:00",
                     *       "returnedAt": "2026-07-31T17:30:00+08:00",
                     *       "returnCount": 1,
                     *       "endedAt": "2026-07-31T17:30:00+08:00",
                     *       "version": 1,
                     *       "pendingExtension": {
                     *         "requestId": 1,
                     *         "newDue": "2026-08-20"
                     *       },
                     *       "mayDo": [
                     *         "receive"
                     *       ],
                     *       "submissions": [
                     *         {
                     *           "submittedAt": "2026-07-31T17:30:00+08:00",
                     *           "submittedBy": "李某某",
                     *           "progressPercent": 60,
                     *           "text": "已完成12个村的选址和设计，本月开工7个",
                     *           "problems": "两个村的场地仍在协调",
                     *           "nextSteps": "下月完成剩余6个村的主体施工"
                     *         }
                     *       ],
                     *       "proposalPending": false,
                     *       "extensionRequests": [
                     *         {
                     *           "requestId": 1,
                     *           "obligationId": 1,
                     *           "projectId": 1,
                     *           "projectTitle": "村级阵地达标",
                     *           "unitId": 1,
                     *           "unit": "县委组织部",
                     *           "cadence": "monthly-report",
                     *           "period": "2026-07",
                     *           "state": "pending",
                     *           "appliedAt": "2026-07-31T17:30:00+08:00",
                     *           "appliedBy": "张某某",
                     *           "why": "受连续降雨影响，工期顺延",
                     *           "progress": "已完成六成，剩余工程受降雨影响",
                     *           "progressPercent": 60,
                     *           "newDue": "2026-08-20",
                     *           "dueWhenApplied": "2026-07-31T17:30:00+08:00",
                     *           "dueAt": "2026-07-31T17:30:00+08:00",
                     *           "originalDueAt": "2026-07-31T17:30:00+08:00",
                     *           "decidedAt": "2026-07-31T17:30:00+08:00",
                     *           "decidedBy": "纪某某",
                     *           "decisionWhy": "情况属实",
                     *           "grantedDue": "2026-08-20",
                     *           "version": 1
                     *         }
                     *       ],
                     *       "clocks": {
                     *         "running": false,
                     *         "reason": "连续两个月没有实质进展"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ObligationDetailAndClocks"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description CONFLICT 与现有记录冲突；KEY_IN_USE 同一个请求还在办理中；NOT_OPEN 尚未开启；PAST_DUE 已过办结时限；PROJECT_CLOSED 项目已结项或撤销；STALE_VERSION 内容已被他人更改；WRONG_STATE 当前状态不能这样办理 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "CONFLICT" | "KEY_IN_USE" | "NOT_OPEN" | "PAST_DUE" | "PROJECT_CLOSED" | "STALE_VERSION" | "WRONG_STATE";
                    };
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongType"];
            /** @description INVALID 填写内容有误；KEY_REUSED 幂等键已用于另一个请求；DAY_PASSED 申请的时限已经过去；NOT_LATER 新时限须晚于现时限 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID" | "KEY_REUSED" | "DAY_PASSED" | "NOT_LATER";
                    };
                };
            };
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Organization_organizations: {
        parameters: {
            query?: {
                limit?: number;
                /** @description 从上一页的 next 原样取来；不填即第一页。其余条件须与上一页相同 */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "organizationId": 1,
                     *           "parentId": 1,
                     *           "name": "张某某",
                     *           "kind": "unit"
                     *         }
                     *       ],
                     *       "limit": 1,
                     *       "next": null
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Organization"][];
                        limit: number;
                        /** @description 下一页的 cursor；没有下一页为 null */
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Person_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description 从上一页的 next 原样取来；不填即第一页。其余条件须与上一页相同 */
                cursor?: string;
                /** @description 姓名全称 */
                name?: string;
                organizationId?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "personId": 1,
                     *           "name": "张某某",
                     *           "phone": "0000-1234567",
                     *           "posts": [
                     *             {
                     *               "postId": 1,
                     *               "title": "村级阵地达标",
                     *               "relation": "unit-head",
                     *               "organizationId": 1,
                     *               "organization": "成立工作专班，由分管领导任组长",
                     *               "projectId": 1,
                     *               "version": 1
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "limit": 1,
                     *       "next": null
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Person"][];
                        limit: number;
                        /** @description 下一页的 cursor；没有下一页为 null */
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Address_of: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                personId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "channels": [
                     *         "smtp"
                     *       ],
                     *       "addresses": [
                     *         {
                     *           "channel": "smtp",
                     *           "address": "someone@example.cn",
                     *           "wanted": false,
                     *           "version": 1,
                     *           "changedAt": "2026-07-31T17:30:00+08:00"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Addresses"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Address_set: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 幂等键：每个操作一个新的 UUID。结果与操作在同一事务里留存24小时，只有本账号凭这个键能取回；键相同而网址或内容不同得到 422 KEY_REUSED，前一个还在办理得到 409 KEY_IN_USE。被拒绝的请求不留存。重发得到的答案带 Idempotency-Replayed: true。
                 * @example 7b0e2c1a-5d7e-4c0e-9a53-0f6f6f0d9a11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                personId: number;
                channel: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "address": "someone@example.cn",
                 *       "wanted": false,
                 *       "version": 1
                 *     }
                 */
                "application/json": {
                    /** @description null：删去地址 */
                    address: string | null;
                    /** @default true */
                    wanted?: boolean;
                    /** @description 原来有地址时必填 */
                    version?: number;
                };
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "ok": true
                     *     }
                     */
                    "application/json": {
                        /** @enum {boolean} */
                        ok: true;
                    };
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description CONFLICT 与现有记录冲突；KEY_IN_USE 同一个请求还在办理中；STALE_VERSION 内容已被他人更改 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "CONFLICT" | "KEY_IN_USE" | "STALE_VERSION";
                    };
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongType"];
            /** @description INVALID 填写内容有误；KEY_REUSED 幂等键已用于另一个请求；BAD_ADDRESS 送达地址不合规范；UNKNOWN_CHANNEL 没有这个送达渠道 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID" | "KEY_REUSED" | "BAD_ADDRESS" | "UNKNOWN_CHANNEL";
                    };
                };
            };
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Person_handOver: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 幂等键：每个操作一个新的 UUID。结果与操作在同一事务里留存24小时，只有本账号凭这个键能取回；键相同而网址或内容不同得到 422 KEY_REUSED，前一个还在办理得到 409 KEY_IN_USE。被拒绝的请求不留存。重发得到的答案带 Idempotency-Replayed: true。
                 * @example 7b0e2c1a-5d7e-4c0e-9a53-0f6f6f0d9a11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                personId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "why": "受连续降雨影响，工期顺延",
                 *       "from": "2026-07-31",
                 *       "successor": {
                 *         "personId": 12
                 *       },
                 *       "posts": [
                 *         {
                 *           "postId": 1,
                 *           "version": 1,
                 *           "successor": {
                 *             "personId": 12
                 *           }
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    why: string;
                    /**
                     * Format: date
                     * @description 不填即现在；以后的日期到时自行生效，届时未读的通知转给接任人
                     * @example 2026-07-31
                     */
                    from?: string;
                    /**
                     * @description 没有另行指定的岗位都由其接任
                     * @example {
                     *       "personId": 12
                     *     }
                     */
                    successor?: {
                        /** @description 已有的人员，同名的用编号指明 */
                        personId?: number;
                        /** @description 系统里还没有的人员，新建一个 */
                        newPerson?: {
                            name: string;
                            phone?: string;
                        };
                        /** @description 已有人员的姓名，没有重名时可用；没有这个人的，用 newPerson 新建 */
                        name?: string;
                    };
                    posts: {
                        postId: number;
                        version: number;
                        /**
                         * @description 这个岗位另由谁接任；null 表示空缺
                         * @example {
                         *       "personId": 12
                         *     }
                         */
                        successor?: {
                            /** @description 已有的人员，同名的用编号指明 */
                            personId?: number;
                            /** @description 系统里还没有的人员，新建一个 */
                            newPerson?: {
                                name: string;
                                phone?: string;
                            };
                            /** @description 已有人员的姓名，没有重名时可用；没有这个人的，用 newPerson 新建 */
                            name?: string;
                        } | null;
                    }[];
                };
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "posts": [
                     *         {
                     *           "postId": 1,
                     *           "successorId": 1,
                     *           "notices": 1
                     *         }
                     *       ],
                     *       "remaining": 1,
                     *       "warnings": [
                     *         "督办室已没有可用的账号，请尽快另开一个"
                     *       ],
                     *       "clocks": {
                     *         "running": false,
                     *         "reason": "连续两个月没有实质进展"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["HandoverAndClocks"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description CONFLICT 与现有记录冲突；KEY_IN_USE 同一个请求还在办理中；AMBIGUOUS_PERSON 有同名人员；NOT_HOLDER 岗位已不由此人担任；STALE_VERSION 内容已被他人更改；TENURE_TAKEN 这段时间已有人任职 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "CONFLICT" | "KEY_IN_USE" | "AMBIGUOUS_PERSON" | "NOT_HOLDER" | "STALE_VERSION" | "TENURE_TAKEN";
                    };
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongType"];
            /** @description INVALID 填写内容有误；KEY_REUSED 幂等键已用于另一个请求；BAD_TENURE 任职起止日期有误；NO_SUCCESSOR 没有指定接任人；SAME_PERSON 接任人不能是移交人；UNKNOWN_PERSON 没有这个人员 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID" | "KEY_REUSED" | "BAD_TENURE" | "NO_SUCCESSOR" | "SAME_PERSON" | "UNKNOWN_PERSON";
                    };
                };
            };
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Person_holdings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                personId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "personId": 1,
                     *       "name": "张某某",
                     *       "posts": [
                     *         {
                     *           "postId": 1,
                     *           "title": "村级阵地达标",
                     *           "relation": "unit-head",
                     *           "organizationId": 1,
                     *           "organization": "成立工作专班，由分管领导任组长",
                     *           "projectId": 1,
                     *           "version": 1,
                     *           "heldFrom": "2026-07-31T17:30:00+08:00",
                     *           "heldTo": "2026-07-31T17:30:00+08:00",
                     *           "planned": false,
                     *           "projects": 1,
                     *           "unreadNotices": 1
                     *         }
                     *       ],
                     *       "openObligations": 1,
                     *       "obligations": [
                     *         {
                     *           "obligationId": 1,
                     *           "projectId": 1,
                     *           "projectTitle": "村级阵地达标",
                     *           "cadence": "monthly-report",
                     *           "period": "2026-07",
                     *           "state": "received",
                     *           "dueAt": "2026-07-31T17:30:00+08:00",
                     *           "postId": 1
                     *         }
                     *       ],
                     *       "pendingRequests": [
                     *         {
                     *           "requestId": 1,
                     *           "obligationId": 1,
                     *           "projectTitle": "村级阵地达标",
                     *           "newDue": "2026-08-20",
                     *           "postId": 1
                     *         }
                     *       ],
                     *       "unreadNotices": 1,
                     *       "clocks": {
                     *         "running": false,
                     *         "reason": "连续两个月没有实质进展"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["HoldingsAndClocks"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Policy_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description 从上一页的 next 原样取来；不填即第一页。其余条件须与上一页相同 */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "policyId": 1,
                     *           "key": "2026-1",
                     *           "version": 1,
                     *           "createdAt": "2026-07-31T17:30:00+08:00",
                     *           "programmeIds": [
                     *             1
                     *           ],
                     *           "document": {}
                     *         }
                     *       ],
                     *       "limit": 1,
                     *       "next": null
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Policy"][];
                        limit: number;
                        /** @description 下一页的 cursor；没有下一页为 null */
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Organization_posts: {
        parameters: {
            query?: {
                limit?: number;
                /** @description 从上一页的 next 原样取来；不填即第一页。其余条件须与上一页相同 */
                cursor?: string;
                organizationId?: number;
                /** @description 只看空缺（或有人）的岗位 */
                vacant?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "postId": 1,
                     *           "organizationId": 1,
                     *           "relation": "unit-head",
                     *           "title": "村级阵地达标",
                     *           "projectId": 1,
                     *           "holderId": 1,
                     *           "holder": "李某某",
                     *           "heldFrom": "2026-07-31T17:30:00+08:00",
                     *           "heldTo": "2026-07-31T17:30:00+08:00",
                     *           "version": 1
                     *         }
                     *       ],
                     *       "limit": 1,
                     *       "next": null
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Post"][];
                        limit: number;
                        /** @description 下一页的 cursor；没有下一页为 null */
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Appointment_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description 从上一页的 next 原样取来；不填即第一页。其余条件须与上一页相同 */
                cursor?: string;
            };
            header?: never;
            path: {
                postId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "appointmentId": 1,
                     *           "postId": 1,
                     *           "personId": 1,
                     *           "name": "张某某",
                     *           "heldFrom": "2026-07-31T17:30:00+08:00",
                     *           "heldTo": "2026-07-31T17:30:00+08:00",
                     *           "handedOver": false
                     *         }
                     *       ],
                     *       "limit": 1,
                     *       "next": null
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Appointment"][];
                        limit: number;
                        /** @description 下一页的 cursor；没有下一页为 null */
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Appointment_appoint: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 幂等键：每个操作一个新的 UUID。结果与操作在同一事务里留存24小时，只有本账号凭这个键能取回；键相同而网址或内容不同得到 422 KEY_REUSED，前一个还在办理得到 409 KEY_IN_USE。被拒绝的请求不留存。重发得到的答案带 Idempotency-Replayed: true。
                 * @example 7b0e2c1a-5d7e-4c0e-9a53-0f6f6f0d9a11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                postId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "personId": 12,
                 *       "from": "2026-12-01"
                 *     }
                 */
                "application/json": {
                    version: number;
                    personId?: number;
                    /** @description 另建一个人员，可与已有人员同名 */
                    newPerson?: {
                        name: string;
                        phone?: string;
                    };
                    /** @description 没有重名时可用；null 表示空缺 */
                    name?: string | null;
                    /**
                     * Format: date
                     * @description 不填即现在；以后的日期到时自行生效
                     * @example 2026-07-31
                     */
                    from?: string;
                    /**
                     * Format: date
                     * @description 含当日；期满后岗位空缺
                     * @example 2026-07-31
                     */
                    to?: string;
                };
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "postId": 1,
                     *       "projects": 1
                     *     }
                     */
                    "application/json": components["schemas"]["PostAppointment"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description CONFLICT 与现有记录冲突；KEY_IN_USE 同一个请求还在办理中；AMBIGUOUS_PERSON 有同名人员；STALE_VERSION 内容已被他人更改；TENURE_TAKEN 这段时间已有人任职 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "CONFLICT" | "KEY_IN_USE" | "AMBIGUOUS_PERSON" | "STALE_VERSION" | "TENURE_TAKEN";
                    };
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongType"];
            /** @description INVALID 填写内容有误；KEY_REUSED 幂等键已用于另一个请求；BAD_TENURE 任职起止日期有误；UNKNOWN_PERSON 没有这个人员 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID" | "KEY_REUSED" | "BAD_TENURE" | "UNKNOWN_PERSON";
                    };
                };
            };
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Appointment_end: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 幂等键：每个操作一个新的 UUID。结果与操作在同一事务里留存24小时，只有本账号凭这个键能取回；键相同而网址或内容不同得到 422 KEY_REUSED，前一个还在办理得到 409 KEY_IN_USE。被拒绝的请求不留存。重发得到的答案带 Idempotency-Replayed: true。
                 * @example 7b0e2c1a-5d7e-4c0e-9a53-0f6f6f0d9a11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                postId: number;
                appointmentId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "callOff": true,
                 *       "why": "另有安排"
                 *     }
                 */
                "application/json": {
                    version: number;
                    /**
                     * Format: date
                     * @description 含当日；不填即现在结束
                     * @example 2026-07-31
                     */
                    on?: string;
                    /**
                     * @description true：只取消还没有开始的任职；已经开始的不动，答复里说明怎么办
                     * @default false
                     */
                    callOff?: boolean;
                    why: string;
                };
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "ok": true
                     *     }
                     */
                    "application/json": {
                        /** @enum {boolean} */
                        ok: true;
                    };
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description CONFLICT 与现有记录冲突；KEY_IN_USE 同一个请求还在办理中；STALE_VERSION 内容已被他人更改；TENURE_BEGUN 任职已经开始；TENURE_OVER 任职已经结束 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "CONFLICT" | "KEY_IN_USE" | "STALE_VERSION" | "TENURE_BEGUN" | "TENURE_OVER";
                    };
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongType"];
            /** @description INVALID 填写内容有误；KEY_REUSED 幂等键已用于另一个请求；BAD_TENURE 任职起止日期有误 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID" | "KEY_REUSED" | "BAD_TENURE";
                    };
                };
            };
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Programme_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description 从上一页的 next 原样取来；不填即第一页。其余条件须与上一页相同 */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "programmeId": 1,
                     *           "title": "村级阵地达标",
                     *           "year": 2026,
                     *           "state": "draft",
                     *           "calendarId": 1,
                     *           "launchedAt": "2026-07-31T17:30:00+08:00",
                     *           "archivedAt": "2026-07-31T17:30:00+08:00",
                     *           "nextOpeningAt": "2026-07-31T17:30:00+08:00",
                     *           "createdAt": "2026-07-31T17:30:00+08:00",
                     *           "projects": 1,
                     *           "version": 1
                     *         }
                     *       ],
                     *       "limit": 1,
                     *       "next": null,
                     *       "clocks": {
                     *         "running": false,
                     *         "reason": "连续两个月没有实质进展"
                     *       }
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Programme"][];
                        limit: number;
                        /** @description 下一页的 cursor；没有下一页为 null */
                        next: string | null;
                        clocks: components["schemas"]["Clocks"];
                    };
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Programme_create: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 幂等键：每个操作一个新的 UUID。结果与操作在同一事务里留存24小时，只有本账号凭这个键能取回；键相同而网址或内容不同得到 422 KEY_REUSED，前一个还在办理得到 409 KEY_IN_USE。被拒绝的请求不留存。重发得到的答案带 Idempotency-Replayed: true。
                 * @example 7b0e2c1a-5d7e-4c0e-9a53-0f6f6f0d9a11
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "title": "石板县2026年重点任务清单",
                 *       "year": 2026,
                 *       "declaredCategories": 15,
                 *       "declaredProjects": 28,
                 *       "acceptanceRequired": false,
                 *       "planLights": {
                 *         "yellowFromPoints": 10,
                 *         "redOverPoints": 30
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @example 石板县2026年重点任务清单 */
                    title: string;
                    year: number;
                    declaredCategories?: number | null;
                    declaredProjects?: number | null;
                    acceptanceRequired?: boolean;
                    planLights?: {
                        yellowFromPoints: number;
                        redOverPoints: number;
                    };
                };
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    /** @description 新建的内容在哪里 */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "programmeId": 1,
                     *       "title": "村级阵地达标",
                     *       "year": 2026,
                     *       "state": "draft",
                     *       "calendarId": 1,
                     *       "launchedAt": "2026-07-31T17:30:00+08:00",
                     *       "archivedAt": "2026-07-31T17:30:00+08:00",
                     *       "nextOpeningAt": "2026-07-31T17:30:00+08:00",
                     *       "createdAt": "2026-07-31T17:30:00+08:00",
                     *       "projects": 1,
                     *       "version": 1,
                     *       "acceptanceRequired": false,
                     *       "planLights": {
                     *         "yellowFromPoints": 10,
                     *         "redOverPoints": 30
                     *       },
                     *       "totals": {
                     *         "words": "时限延至8月20日",
                     *         "categories": 1,
                     *         "projects": 1,
                     *         "byState": {},
                     *         "emptyCategories": 1,
                     *         "declaredCategories": 15,
                     *         "declaredProjects": 28,
                     *         "agrees": false
                     *       },
                     *       "categories": [
                     *         {
                     *           "categoryId": 1,
                     *           "name": "张某某",
                     *           "projects": 1
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ProgrammeDetail"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            /** @description CONFLICT 与现有记录冲突；KEY_IN_USE 同一个请求还在办理中；ASSIGNMENTS_ONLY 这个专项只用于交办；PROGRAMME_ARCHIVED 专项已经归档；PROGRAMME_EXISTS 专项已经存在 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "CONFLICT" | "KEY_IN_USE" | "ASSIGNMENTS_ONLY" | "PROGRAMME_ARCHIVED" | "PROGRAMME_EXISTS";
                    };
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Programme_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                programmeId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "programmeId": 1,
                     *       "title": "村级阵地达标",
                     *       "year": 2026,
                     *       "state": "draft",
                     *       "calendarId": 1,
                     *       "launchedAt": "2026-07-31T17:30:00+08:00",
                     *       "archivedAt": "2026-07-31T17:30:00+08:00",
                     *       "nextOpeningAt": "2026-07-31T17:30:00+08:00",
                     *       "createdAt": "2026-07-31T17:30:00+08:00",
                     *       "projects": 1,
                     *       "version": 1,
                     *       "acceptanceRequired": false,
                     *       "planLights": {
                     *         "yellowFromPoints": 10,
                     *         "redOverPoints": 30
                     *       },
                     *       "totals": {
                     *         "words": "时限延至8月20日",
                     *         "categories": 1,
                     *         "projects": 1,
                     *         "byState": {},
                     *         "emptyCategories": 1,
                     *         "declaredCategories": 15,
                     *         "declaredProjects": 28,
                     *         "agrees": false
                     *       },
                     *       "categories": [
                     *         {
                     *           "categoryId": 1,
                     *           "name": "张某某",
                     *           "projects": 1
                     *         }
                     *       ],
                     *       "clocks": {
                     *         "running": false,
                     *         "reason": "连续两个月没有实质进展"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ProgrammeDetailAndClocks"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Programme_change: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 幂等键：每个操作一个新的 UUID。结果与操作在同一事务里留存24小时，只有本账号凭这个键能取回；键相同而网址或内容不同得到 422 KEY_REUSED，前一个还在办理得到 409 KEY_IN_USE。被拒绝的请求不留存。重发得到的答案带 Idempotency-Replayed: true。
                 * @example 7b0e2c1a-5d7e-4c0e-9a53-0f6f6f0d9a11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                programmeId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "why": "受连续降雨影响，工期顺延",
                 *       "title": "石板县2026年重点任务清单",
                 *       "year": 2026,
                 *       "declaredCategories": 15,
                 *       "declaredProjects": 28,
                 *       "acceptanceRequired": false,
                 *       "planLights": {
                 *         "yellowFromPoints": 10,
                 *         "redOverPoints": 30
                 *       }
                 *     }
                 */
                "application/json": {
                    version: number;
                    why?: string;
                    /** @example 石板县2026年重点任务清单 */
                    title?: string;
                    year?: number;
                    declaredCategories?: number | null;
                    declaredProjects?: number | null;
                    acceptanceRequired?: boolean;
                    planLights?: {
                        yellowFromPoints: number;
                        redOverPoints: number;
                    };
                };
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "programmeId": 1,
                     *       "title": "村级阵地达标",
                     *       "year": 2026,
                     *       "state": "draft",
                     *       "calendarId": 1,
                     *       "launchedAt": "2026-07-31T17:30:00+08:00",
                     *       "archivedAt": "2026-07-31T17:30:00+08:00",
                     *       "nextOpeningAt": "2026-07-31T17:30:00+08:00",
                     *       "createdAt": "2026-07-31T17:30:00+08:00",
                     *       "projects": 1,
                     *       "version": 1,
                     *       "acceptanceRequired": false,
                     *       "planLights": {
                     *         "yellowFromPoints": 10,
                     *         "redOverPoints": 30
                     *       },
                     *       "totals": {
                     *         "words": "时限延至8月20日",
                     *         "categories": 1,
                     *         "projects": 1,
                     *         "byState": {},
                     *         "emptyCategories": 1,
                     *         "declaredCategories": 15,
                     *         "declaredProjects": 28,
                     *         "agrees": false
                     *       },
                     *       "categories": [
                     *         {
                     *           "categoryId": 1,
                     *           "name": "张某某",
                     *           "projects": 1
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ProgrammeDetail"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description CONFLICT 与现有记录冲突；KEY_IN_USE 同一个请求还在办理中；ALREADY_LAUNCHED 已经下达；ASSIGNMENTS_ONLY 这个专项只用于交办；PROGRAMME_ARCHIVED 专项已经归档；PROGRAMME_EXISTS 专项已经存在；STALE_VERSION 内容已被他人更改 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "CONFLICT" | "KEY_IN_USE" | "ALREADY_LAUNCHED" | "ASSIGNMENTS_ONLY" | "PROGRAMME_ARCHIVED" | "PROGRAMME_EXISTS" | "STALE_VERSION";
                    };
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongType"];
            /** @description INVALID 填写内容有误；KEY_REUSED 幂等键已用于另一个请求；NOTHING_CHANGED 没有更改 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID" | "KEY_REUSED" | "NOTHING_CHANGED";
                    };
                };
            };
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Programme_archive: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 幂等键：每个操作一个新的 UUID。结果与操作在同一事务里留存24小时，只有本账号凭这个键能取回；键相同而网址或内容不同得到 422 KEY_REUSED，前一个还在办理得到 409 KEY_IN_USE。被拒绝的请求不留存。重发得到的答案带 Idempotency-Replayed: true。
                 * @example 7b0e2c1a-5d7e-4c0e-9a53-0f6f6f0d9a11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                programmeId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "why": "受连续降雨影响，工期顺延"
                 *     }
                 */
                "application/json": {
                    version: number;
                    why: string;
                };
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "programmeId": 1,
                     *       "title": "村级阵地达标",
                     *       "year": 2026,
                     *       "state": "draft",
                     *       "calendarId": 1,
                     *       "launchedAt": "2026-07-31T17:30:00+08:00",
                     *       "archivedAt": "2026-07-31T17:30:00+08:00",
                     *       "nextOpeningAt": "2026-07-31T17:30:00+08:00",
                     *       "createdAt": "2026-07-31T17:30:00+08:00",
                     *       "projects": 1,
                     *       "version": 1,
                     *       "acceptanceRequired": false,
                     *       "planLights": {
                     *         "yellowFromPoints": 10,
                     *         "redOverPoints": 30
                     *       },
                     *       "totals": {
                     *         "words": "时限延至8月20日",
                     *         "categories": 1,
                     *         "projects": 1,
                     *         "byState": {},
                     *         "emptyCategories": 1,
                     *         "declaredCategories": 15,
                     *         "declaredProjects": 28,
                     *         "agrees": false
                     *       },
                     *       "categories": [
                     *         {
                     *           "categoryId": 1,
                     *           "name": "张某某",
                     *           "projects": 1
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ProgrammeDetail"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description CONFLICT 与现有记录冲突；KEY_IN_USE 同一个请求还在办理中；ASSIGNMENTS_ONLY 这个专项只用于交办；PROGRAMME_ARCHIVED 专项已经归档；PROJECTS_OPEN 还有项目没有办结；STALE_VERSION 内容已被他人更改 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "CONFLICT" | "KEY_IN_USE" | "ASSIGNMENTS_ONLY" | "PROGRAMME_ARCHIVED" | "PROJECTS_OPEN" | "STALE_VERSION";
                    };
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Board_read: {
        parameters: {
            query?: {
                limit?: number;
                /** @description 从上一页的 next 原样取来；不填即第一页。其余条件须与上一页相同 */
                cursor?: string;
                /** @description 任一过去的时刻；缺省为现在 */
                asOf?: string;
                unitId?: number;
                light?: "red" | "yellow" | "green" | "blue" | "grey";
            };
            header?: never;
            path: {
                programmeId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "programmeId": 1,
                     *       "asOf": "2026-07-31T17:30:00+08:00",
                     *       "lights": {
                     *         "red": 1,
                     *         "yellow": 1,
                     *         "green": 1,
                     *         "blue": 1,
                     *         "grey": 1
                     *       },
                     *       "byUnit": [
                     *         {
                     *           "unitId": 1,
                     *           "unit": "县委组织部",
                     *           "lights": {
                     *             "red": 1,
                     *             "yellow": 1,
                     *             "green": 1,
                     *             "blue": 1,
                     *             "grey": 1
                     *           }
                     *         }
                     *       ],
                     *       "byLeader": [
                     *         {
                     *           "personId": 1,
                     *           "leader": "王某某",
                     *           "lights": {
                     *             "red": 1,
                     *             "yellow": 1,
                     *             "green": 1,
                     *             "blue": 1,
                     *             "grey": 1
                     *           }
                     *         }
                     *       ],
                     *       "rates": [
                     *         {
                     *           "unitId": 1,
                     *           "unit": "县委组织部",
                     *           "due": 1,
                     *           "onTime": 1,
                     *           "onTimeOriginal": 1,
                     *           "rate": "96.4%",
                     *           "rateOriginal": "92.9%"
                     *         }
                     *       ],
                     *       "obligations": {
                     *         "items": [
                     *           {
                     *             "obligationId": 1,
                     *             "projectId": 1,
                     *             "project": 1,
                     *             "projectTitle": "村级阵地达标",
                     *             "unitId": 1,
                     *             "unit": "县委组织部",
                     *             "cadence": "monthly-report",
                     *             "period": "2026-07",
                     *             "state": "received",
                     *             "dueAt": "2026-07-31T17:30:00+08:00",
                     *             "originalDueAt": "2026-07-31T17:30:00+08:00",
                     *             "light": "red",
                     *             "overdueWorkdays": 1
                     *           }
                     *         ],
                     *         "limit": 1,
                     *         "next": null
                     *       },
                     *       "clocks": {
                     *         "running": false,
                     *         "reason": "连续两个月没有实质进展"
                     *       }
                     *     }
                     */
                    "application/json": {
                        programmeId: number;
                        /**
                         * Format: date-time
                         * @example 2026-07-31T17:30:00+08:00
                         */
                        asOf: string;
                        lights: components["schemas"]["LightCounts"];
                        byUnit: {
                            unitId: number;
                            unit: string;
                            lights: components["schemas"]["LightCounts"];
                        }[];
                        byLeader: {
                            personId: number | null;
                            leader: string | null;
                            lights: components["schemas"]["LightCounts"];
                        }[];
                        /** @description 整改环节不计；已撤销、已中止不计 */
                        rates: {
                            unitId: number;
                            unit: string;
                            /** @description 应办结：到截止时已到期的，不论办没办 */
                            due: number;
                            onTime: number;
                            onTimeOriginal: number;
                            /** @description 按期率，对现时限；没有应办的为 — */
                            rate: string;
                            /** @description 按期率，对原时限 */
                            rateOriginal: string;
                        }[];
                        obligations: {
                            items: components["schemas"]["BoardItem"][];
                            limit: number;
                            /** @description 下一页的 cursor；没有下一页为 null */
                            next: string | null;
                        };
                        clocks: components["schemas"]["Clocks"];
                    };
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Cadence_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description 从上一页的 next 原样取来；不填即第一页。其余条件须与上一页相同 */
                cursor?: string;
            };
            header?: never;
            path: {
                programmeId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "key": "2026-1",
                     *           "version": 1,
                     *           "createdAt": "2026-07-31T17:30:00+08:00",
                     *           "document": {}
                     *         }
                     *       ],
                     *       "limit": 1,
                     *       "next": null
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Cadence"][];
                        limit: number;
                        /** @description 下一页的 cursor；没有下一页为 null */
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ProgrammeCalendar_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                programmeId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "calendarId": 1,
                     *       "name": "张某某",
                     *       "version": 1,
                     *       "publishedThrough": 1,
                     *       "layers": [
                     *         {
                     *           "layerId": 1,
                     *           "organization": "成立工作专班，由分管领导任组长",
                     *           "name": "张某某",
                     *           "notice": "县政府办公室关于调整作息的通知"
                     *         }
                     *       ],
                     *       "provisional": {
                     *         "open": 1,
                     *         "firstDueAt": "2026-07-31T17:30:00+08:00",
                     *         "nextYearMissing": false,
                     *         "banner": "正式环境"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ProgrammeCalendar"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Category_add: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 幂等键：每个操作一个新的 UUID。结果与操作在同一事务里留存24小时，只有本账号凭这个键能取回；键相同而网址或内容不同得到 422 KEY_REUSED，前一个还在办理得到 409 KEY_IN_USE。被拒绝的请求不留存。重发得到的答案带 Idempotency-Replayed: true。
                 * @example 7b0e2c1a-5d7e-4c0e-9a53-0f6f6f0d9a11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                programmeId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "name": "组织体系建设"
                 *     }
                 */
                "application/json": {
                    version: number;
                    /** @example 组织体系建设 */
                    name: string;
                };
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    /** @description 新建的内容在哪里 */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "programmeId": 1,
                     *       "title": "村级阵地达标",
                     *       "year": 2026,
                     *       "state": "draft",
                     *       "calendarId": 1,
                     *       "launchedAt": "2026-07-31T17:30:00+08:00",
                     *       "archivedAt": "2026-07-31T17:30:00+08:00",
                     *       "nextOpeningAt": "2026-07-31T17:30:00+08:00",
                     *       "createdAt": "2026-07-31T17:30:00+08:00",
                     *       "projects": 1,
                     *       "version": 1,
                     *       "acceptanceRequired": false,
                     *       "planLights": {
                     *         "yellowFromPoints": 10,
                     *         "redOverPoints": 30
                     *       },
                     *       "totals": {
                     *         "words": "时限延至8月20日",
                     *         "categories": 1,
                     *         "projects": 1,
                     *         "byState": {},
                     *         "emptyCategories": 1,
                     *         "declaredCategories": 15,
                     *         "declaredProjects": 28,
                     *         "agrees": false
                     *       },
                     *       "categories": [
                     *         {
                     *           "categoryId": 1,
                     *           "name": "张某某",
                     *           "projects": 1
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ProgrammeDetail"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description CONFLICT 与现有记录冲突；KEY_IN_USE 同一个请求还在办理中；CATEGORY_EXISTS 类别已经存在；PROGRAMME_ARCHIVED 专项已经归档；STALE_VERSION 内容已被他人更改 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "CONFLICT" | "KEY_IN_USE" | "CATEGORY_EXISTS" | "PROGRAMME_ARCHIVED" | "STALE_VERSION";
                    };
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Category_order: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 幂等键：每个操作一个新的 UUID。结果与操作在同一事务里留存24小时，只有本账号凭这个键能取回；键相同而网址或内容不同得到 422 KEY_REUSED，前一个还在办理得到 409 KEY_IN_USE。被拒绝的请求不留存。重发得到的答案带 Idempotency-Replayed: true。
                 * @example 7b0e2c1a-5d7e-4c0e-9a53-0f6f6f0d9a11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                programmeId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "categoryIds": [
                 *         1
                 *       ]
                 *     }
                 */
                "application/json": {
                    version: number;
                    categoryIds: number[];
                };
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "programmeId": 1,
                     *       "title": "村级阵地达标",
                     *       "year": 2026,
                     *       "state": "draft",
                     *       "calendarId": 1,
                     *       "launchedAt": "2026-07-31T17:30:00+08:00",
                     *       "archivedAt": "2026-07-31T17:30:00+08:00",
                     *       "nextOpeningAt": "2026-07-31T17:30:00+08:00",
                     *       "createdAt": "2026-07-31T17:30:00+08:00",
                     *       "projects": 1,
                     *       "version": 1,
                     *       "acceptanceRequired": false,
                     *       "planLights": {
                     *         "yellowFromPoints": 10,
                     *         "redOverPoints": 30
                     *       },
                     *       "totals": {
                     *         "words": "时限延至8月20日",
                     *         "categories": 1,
                     *         "projects": 1,
                     *         "byState": {},
                     *         "emptyCategories": 1,
                     *         "declaredCategories": 15,
                     *         "declaredProjects": 28,
                     *         "agrees": false
                     *       },
                     *       "categories": [
                     *         {
                     *           "categoryId": 1,
                     *           "name": "张某某",
                     *           "projects": 1
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ProgrammeDetail"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description CONFLICT 与现有记录冲突；KEY_IN_USE 同一个请求还在办理中；PROGRAMME_ARCHIVED 专项已经归档；STALE_VERSION 内容已被他人更改 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "CONFLICT" | "KEY_IN_USE" | "PROGRAMME_ARCHIVED" | "STALE_VERSION";
                    };
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongType"];
            /** @description INVALID 填写内容有误；KEY_REUSED 幂等键已用于另一个请求；CATEGORY_ORDER 类别顺序不完整 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID" | "KEY_REUSED" | "CATEGORY_ORDER";
                    };
                };
            };
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Category_remove: {
        parameters: {
            query: {
                version: number;
            };
            header?: {
                /**
                 * @description 幂等键：每个操作一个新的 UUID。结果与操作在同一事务里留存24小时，只有本账号凭这个键能取回；键相同而网址或内容不同得到 422 KEY_REUSED，前一个还在办理得到 409 KEY_IN_USE。被拒绝的请求不留存。重发得到的答案带 Idempotency-Replayed: true。
                 * @example 7b0e2c1a-5d7e-4c0e-9a53-0f6f6f0d9a11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                programmeId: number;
                categoryId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "programmeId": 1,
                     *       "title": "村级阵地达标",
                     *       "year": 2026,
                     *       "state": "draft",
                     *       "calendarId": 1,
                     *       "launchedAt": "2026-07-31T17:30:00+08:00",
                     *       "archivedAt": "2026-07-31T17:30:00+08:00",
                     *       "nextOpeningAt": "2026-07-31T17:30:00+08:00",
                     *       "createdAt": "2026-07-31T17:30:00+08:00",
                     *       "projects": 1,
                     *       "version": 1,
                     *       "acceptanceRequired": false,
                     *       "planLights": {
                     *         "yellowFromPoints": 10,
                     *         "redOverPoints": 30
                     *       },
                     *       "totals": {
                     *         "words": "时限延至8月20日",
                     *         "categories": 1,
                     *         "projects": 1,
                     *         "byState": {},
                     *         "emptyCategories": 1,
                     *         "declaredCategories": 15,
                     *         "declaredProjects": 28,
                     *         "agrees": false
                     *       },
                     *       "categories": [
                     *         {
                     *           "categoryId": 1,
                     *           "name": "张某某",
                     *           "projects": 1
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ProgrammeDetail"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description CONFLICT 与现有记录冲突；KEY_IN_USE 同一个请求还在办理中；CATEGORY_IN_USE 类别里还有项目；PROGRAMME_ARCHIVED 专项已经归档；STALE_VERSION 内容已被他人更改 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "CONFLICT" | "KEY_IN_USE" | "CATEGORY_IN_USE" | "PROGRAMME_ARCHIVED" | "STALE_VERSION";
                    };
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Category_rename: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 幂等键：每个操作一个新的 UUID。结果与操作在同一事务里留存24小时，只有本账号凭这个键能取回；键相同而网址或内容不同得到 422 KEY_REUSED，前一个还在办理得到 409 KEY_IN_USE。被拒绝的请求不留存。重发得到的答案带 Idempotency-Replayed: true。
                 * @example 7b0e2c1a-5d7e-4c0e-9a53-0f6f6f0d9a11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                programmeId: number;
                categoryId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "name": "组织体系建设"
                 *     }
                 */
                "application/json": {
                    version: number;
                    /** @example 组织体系建设 */
                    name: string;
                };
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "programmeId": 1,
                     *       "title": "村级阵地达标",
                     *       "year": 2026,
                     *       "state": "draft",
                     *       "calendarId": 1,
                     *       "launchedAt": "2026-07-31T17:30:00+08:00",
                     *       "archivedAt": "2026-07-31T17:30:00+08:00",
                     *       "nextOpeningAt": "2026-07-31T17:30:00+08:00",
                     *       "createdAt": "2026-07-31T17:30:00+08:00",
                     *       "projects": 1,
                     *       "version": 1,
                     *       "acceptanceRequired": false,
                     *       "planLights": {
                     *         "yellowFromPoints": 10,
                     *         "redOverPoints": 30
                     *       },
                     *       "totals": {
                     *         "words": "时限延至8月20日",
                     *         "categories": 1,
                     *         "projects": 1,
                     *         "byState": {},
                     *         "emptyCategories": 1,
                     *         "declaredCategories": 15,
                     *         "declaredProjects": 28,
                     *         "agrees": false
                     *       },
                     *       "categories": [
                     *         {
                     *           "categoryId": 1,
                     *           "name": "张某某",
                     *           "projects": 1
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ProgrammeDetail"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description CONFLICT 与现有记录冲突；KEY_IN_USE 同一个请求还在办理中；CATEGORY_EXISTS 类别已经存在；PROGRAMME_ARCHIVED 专项已经归档；STALE_VERSION 内容已被他人更改 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "CONFLICT" | "KEY_IN_USE" | "CATEGORY_EXISTS" | "PROGRAMME_ARCHIVED" | "STALE_VERSION";
                    };
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongType"];
            /** @description INVALID 填写内容有误；KEY_REUSED 幂等键已用于另一个请求；NOTHING_CHANGED 没有更改 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID" | "KEY_REUSED" | "NOTHING_CHANGED";
                    };
                };
            };
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Programme_launch: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 幂等键：每个操作一个新的 UUID。结果与操作在同一事务里留存24小时，只有本账号凭这个键能取回；键相同而网址或内容不同得到 422 KEY_REUSED，前一个还在办理得到 409 KEY_IN_USE。被拒绝的请求不留存。重发得到的答案带 Idempotency-Replayed: true。
                 * @example 7b0e2c1a-5d7e-4c0e-9a53-0f6f6f0d9a11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                programmeId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "projectIds": [
                 *         1
                 *       ]
                 *     }
                 */
                "application/json": {
                    projectIds?: number[];
                };
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "launched": 1,
                     *       "clocks": {
                     *         "running": false,
                     *         "reason": "连续两个月没有实质进展"
                     *       }
                     *     }
                     */
                    "application/json": {
                        launched: number;
                        clocks: components["schemas"]["Clocks"];
                    };
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description CONFLICT 与现有记录冲突；KEY_IN_USE 同一个请求还在办理中；NOTHING_TO_LAUNCH 没有可以下达的项目；NOT_LAUNCHABLE 有项目不能下达；PROGRAMME_ARCHIVED 专项已经归档；STALE_VERSION 内容已被他人更改 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "CONFLICT" | "KEY_IN_USE" | "NOTHING_TO_LAUNCH" | "NOT_LAUNCHABLE" | "PROGRAMME_ARCHIVED" | "STALE_VERSION";
                    };
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongType"];
            /** @description INVALID 填写内容有误；KEY_REUSED 幂等键已用于另一个请求；LAUNCH_INCOMPLETE 项目内容不完整；NO_POLICY 专项没有督办规则 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID" | "KEY_REUSED" | "LAUNCH_INCOMPLETE" | "NO_POLICY";
                    };
                };
            };
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    LedgerExport_export: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                programmeId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description NOTHING_TO_EXPORT 没有可以导出的项目 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "NOTHING_TO_EXPORT";
                    };
                };
            };
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Founding_create: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 幂等键：每个操作一个新的 UUID。结果与操作在同一事务里留存24小时，只有本账号凭这个键能取回；键相同而网址或内容不同得到 422 KEY_REUSED，前一个还在办理得到 409 KEY_IN_USE。被拒绝的请求不留存。重发得到的答案带 Idempotency-Replayed: true。
                 * @example 7b0e2c1a-5d7e-4c0e-9a53-0f6f6f0d9a11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                programmeId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "title": "村级便民服务点改造",
                 *       "categoryId": 1,
                 *       "unitId": 3,
                 *       "objective": "改造12个村级便民服务点",
                 *       "measures": "统一标准，分批施工，按月调度",
                 *       "deadline": "2026-12-20",
                 *       "supportingUnits": [
                 *         "县财政局"
                 *       ],
                 *       "source": "重点工作",
                 *       "sourceText": "县委常委会会议纪要〔2026〕5号",
                 *       "guarantees": {
                 *         "organization": "成立工作专班，由分管领导任组长",
                 *         "funds": "县财政安排专项资金120万元"
                 *       },
                 *       "leadLeader": {
                 *         "name": "王某某",
                 *         "duty": "县委副书记"
                 *       },
                 *       "deputyLeader": {
                 *         "name": "赵某某",
                 *         "duty": "副县长"
                 *       },
                 *       "handler": {
                 *         "newPerson": {
                 *           "name": "李某某"
                 *         }
                 *       }
                 *     }
                 */
                "application/json": {
                    title: string;
                    categoryId: number;
                    unitId: number;
                    /** @default null */
                    objective?: string | null;
                    /** @default null */
                    measures?: string | null;
                    /**
                     * Format: date
                     * @default null
                     * @example 2026-07-31
                     */
                    deadline?: string | null;
                    /** @default false */
                    standing?: boolean;
                    /** @default [] */
                    supportingUnits?: string[];
                    /**
                     * @default null
                     * @enum {string|null}
                     */
                    source?: "重点工作" | "难点问题" | "薄弱环节" | null;
                    /** @default null */
                    sourceText?: string | null;
                    /** @default {} */
                    guarantees?: {
                        organization?: string;
                        talent?: string;
                        funds?: string;
                        technology?: string;
                        mechanism?: string;
                    };
                    /**
                     * @default null
                     * @enum {string|null}
                     */
                    level?: "省级" | "市级" | "县级" | "乡级" | "村级" | null;
                    /** @default null */
                    parentId?: number | null;
                    /**
                     * @description 牵头领导
                     * @default null
                     * @example {
                     *       "name": "王某某",
                     *       "duty": "县委副书记"
                     *     }
                     */
                    leadLeader?: {
                        /** @description 已有的人员，同名的用编号指明 */
                        personId?: number;
                        /** @description 另建一个人员，可与已有人员同名 */
                        newPerson?: {
                            name: string;
                            phone?: string;
                        };
                        /** @description 没有重名时可用 */
                        name?: string;
                        /** @default null */
                        duty?: string | null;
                    } | null;
                    /**
                     * @description 分管领导
                     * @default null
                     * @example {
                     *       "name": "王某某",
                     *       "duty": "县委副书记"
                     *     }
                     */
                    deputyLeader?: {
                        /** @description 已有的人员，同名的用编号指明 */
                        personId?: number;
                        /** @description 另建一个人员，可与已有人员同名 */
                        newPerson?: {
                            name: string;
                            phone?: string;
                        };
                        /** @description 没有重名时可用 */
                        name?: string;
                        /** @default null */
                        duty?: string | null;
                    } | null;
                    /**
                     * @description 承办人的姓名；有同名的，写明是哪一位
                     * @default null
                     * @example {
                     *       "personId": 12
                     *     }
                     */
                    handler?: (string | {
                        /** @description 已有的人员，同名的用编号指明 */
                        personId?: number;
                        /** @description 另建一个人员，可与已有人员同名 */
                        newPerson?: {
                            name: string;
                            phone?: string;
                        };
                        /** @description 没有重名时可用 */
                        name?: string;
                    }) | null;
                };
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    /** @description 新建的内容在哪里 */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "projectId": 1,
                     *       "programmeId": 1,
                     *       "number": 1,
                     *       "categoryId": 1,
                     *       "category": "组织建设",
                     *       "title": "村级阵地达标",
                     *       "unitId": 1,
                     *       "unit": "县委组织部",
                     *       "deadline": "2026年12月底前",
                     *       "standing": false,
                     *       "state": "proposed",
                     *       "origin": "ledger",
                     *       "source": "重点工作",
                     *       "level": "省级",
                     *       "progress": {
                     *         "plannedPercent": 1,
                     *         "actualPercent": 1,
                     *         "deviationPoints": 1,
                     *         "light": "green"
                     *       },
                     *       "launchedAt": "2026-07-31T17:30:00+08:00",
                     *       "closedAt": "2026-07-31T17:30:00+08:00",
                     *       "version": 1,
                     *       "objective": "全县村级阵地全部达标",
                     *       "measures": "统一标准，分批施工，按月调度",
                     *       "supportingUnits": [
                     *         "县财政局"
                     *       ],
                     *       "notes": {},
                     *       "sourceText": "县委常委会会议纪要〔2026〕5号",
                     *       "guarantees": {
                     *         "organization": "成立工作专班，由分管领导任组长",
                     *         "talent": "选派驻村工作队2支",
                     *         "funds": "县财政安排专项资金120万元",
                     *         "technology": "由县住建部门提供设计",
                     *         "mechanism": "每月召开一次调度会"
                     *       },
                     *       "review": {
                     *         "at": "2026-07-31T17:30:00+08:00",
                     *         "by": "张某某",
                     *         "opinion": "目标明确，同意"
                     *       },
                     *       "acceptance": {
                     *         "at": "2026-07-31T17:30:00+08:00",
                     *         "by": "张某某",
                     *         "opinion": "目标明确，同意"
                     *       },
                     *       "parent": {
                     *         "projectId": 1,
                     *         "title": "村级阵地达标"
                     *       },
                     *       "children": [
                     *         {
                     *           "projectId": 1,
                     *           "title": "村级阵地达标"
                     *         }
                     *       ],
                     *       "milestones": [
                     *         {
                     *           "milestoneId": 1,
                     *           "projectId": 1,
                     *           "project": "村级阵地达标",
                     *           "unit": "县委组织部",
                     *           "day": "2026-07-31",
                     *           "text": "已完成12个村的选址和设计，本月开工7个",
                     *           "fromLedger": false,
                     *           "completedAt": "2026-07-31T17:30:00+08:00",
                     *           "evidence": "已完工，验收单见县委办公室收文〔2026〕31号",
                     *           "overdue": false,
                     *           "version": 1
                     *         }
                     *       ],
                     *       "posts": [
                     *         {
                     *           "relation": "unit-head",
                     *           "postId": 1,
                     *           "title": "村级阵地达标",
                     *           "holder": "李某某"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ProjectDetail"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description CONFLICT 与现有记录冲突；KEY_IN_USE 同一个请求还在办理中；AMBIGUOUS_PERSON 有同名人员；ASSIGNMENTS_ONLY 这个专项只用于交办；DUPLICATE_TITLE 项目名称重复；PROGRAMME_ARCHIVED 专项已经归档；STALE_VERSION 内容已被他人更改；TENURE_TAKEN 这段时间已有人任职 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "CONFLICT" | "KEY_IN_USE" | "AMBIGUOUS_PERSON" | "ASSIGNMENTS_ONLY" | "DUPLICATE_TITLE" | "PROGRAMME_ARCHIVED" | "STALE_VERSION" | "TENURE_TAKEN";
                    };
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongType"];
            /** @description INVALID 填写内容有误；KEY_REUSED 幂等键已用于另一个请求；BAD_TENURE 任职起止日期有误；PARENT_CYCLE 上级清单项目成环；UNKNOWN_CATEGORY 没有这个类别；UNKNOWN_ORGANIZATION 没有这个组织；UNKNOWN_PARENT 没有这个上级清单项目；UNKNOWN_PERSON 没有这个人员 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID" | "KEY_REUSED" | "BAD_TENURE" | "PARENT_CYCLE" | "UNKNOWN_CATEGORY" | "UNKNOWN_ORGANIZATION" | "UNKNOWN_PARENT" | "UNKNOWN_PERSON";
                    };
                };
            };
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Rehearsal_start: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 幂等键：每个操作一个新的 UUID。结果与操作在同一事务里留存24小时，只有本账号凭这个键能取回；键相同而网址或内容不同得到 422 KEY_REUSED，前一个还在办理得到 409 KEY_IN_USE。被拒绝的请求不留存。重发得到的答案带 Idempotency-Replayed: true。
                 * @example 7b0e2c1a-5d7e-4c0e-9a53-0f6f6f0d9a11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                programmeId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "from": "2026-07-01",
                 *       "to": "2026-09-30",
                 *       "launchAt": "2026-06-25T09:00",
                 *       "behaviour": [
                 *         {
                 *           "at": "2026-07-20T10:00",
                 *           "do": "submit",
                 *           "project": 1,
                 *           "cadence": "monthly-report",
                 *           "period": "2026-07"
                 *         }
                 *       ],
                 *       "cadences": [
                 *         {
                 *           "key": "monthly-report",
                 *           "name": "一月一报告",
                 *           "direction": "up",
                 *           "every": "month",
                 *           "profile": "report",
                 *           "opens": {
                 *             "firstDay": true,
                 *             "roll": "forward",
                 *             "at": "09:00"
                 *           },
                 *           "due": {
                 *             "workday": -1,
                 *             "at": "17:30"
                 *           }
                 *         },
                 *         {
                 *           "key": "quarterly-inspection",
                 *           "name": "一季一督导",
                 *           "direction": "down",
                 *           "every": "quarter",
                 *           "profile": "inspection",
                 *           "opens": {
                 *             "month": 3,
                 *             "day": 1,
                 *             "roll": "forward",
                 *             "at": "09:00"
                 *           },
                 *           "due": {
                 *             "month": 3,
                 *             "day": 25,
                 *             "roll": "back",
                 *             "at": "17:30"
                 *           }
                 *         },
                 *         {
                 *           "key": "half-year-debrief",
                 *           "name": "半年一述职",
                 *           "direction": "up",
                 *           "every": "half",
                 *           "profile": "debrief",
                 *           "opens": {
                 *             "month": 6,
                 *             "day": 1,
                 *             "roll": "forward",
                 *             "at": "09:00"
                 *           },
                 *           "due": {
                 *             "workdayAfter": 5,
                 *             "at": "17:30"
                 *           }
                 *         }
                 *       ],
                 *       "policies": [
                 *         {
                 *           "key": "default",
                 *           "lights": {
                 *             "yellow": {
                 *               "workdays": -3
                 *             }
                 *           },
                 *           "rungs": [
                 *             {
                 *               "key": "remind-3",
                 *               "anchor": "due",
                 *               "offset": {
                 *                 "workdays": -3
                 *               },
                 *               "at": "09:00",
                 *               "action": "remind",
                 *               "to": [
                 *                 "handler"
                 *               ]
                 *             },
                 *             {
                 *               "key": "remind-1",
                 *               "anchor": "due",
                 *               "offset": {
                 *                 "workdays": -1
                 *               },
                 *               "at": "09:00",
                 *               "action": "remind",
                 *               "to": [
                 *                 "handler"
                 *               ]
                 *             },
                 *             {
                 *               "key": "remind-0",
                 *               "anchor": "due",
                 *               "offset": {
                 *                 "workdays": 0
                 *               },
                 *               "at": "09:00",
                 *               "action": "remind",
                 *               "to": [
                 *                 "handler",
                 *                 "unit-head"
                 *               ]
                 *             },
                 *             {
                 *               "key": "unsigned",
                 *               "anchor": "opened",
                 *               "offset": {
                 *                 "workdays": 2
                 *               },
                 *               "at": "09:00",
                 *               "action": "press",
                 *               "to": [
                 *                 "handler",
                 *                 "unit-head"
                 *               ]
                 *             },
                 *             {
                 *               "key": "returned",
                 *               "anchor": "returned",
                 *               "offset": {
                 *                 "workdays": 2
                 *               },
                 *               "at": "09:00",
                 *               "action": "press",
                 *               "to": [
                 *                 "handler",
                 *                 "unit-head"
                 *               ]
                 *             },
                 *             {
                 *               "key": "blue",
                 *               "anchor": "due",
                 *               "offset": {
                 *                 "workdays": 1
                 *               },
                 *               "at": "09:00",
                 *               "action": "slip-blue",
                 *               "to": [
                 *                 "unit-head"
                 *               ]
                 *             },
                 *             {
                 *               "key": "yellow",
                 *               "anchor": "due",
                 *               "offset": {
                 *                 "workdays": 3
                 *               },
                 *               "at": "09:00",
                 *               "action": "slip-yellow",
                 *               "to": [
                 *                 "unit-head",
                 *                 "deputy-leader"
                 *               ]
                 *             },
                 *             {
                 *               "key": "red",
                 *               "anchor": "due",
                 *               "offset": {
                 *                 "workdays": 5
                 *               },
                 *               "at": "09:00",
                 *               "action": "slip-red",
                 *               "to": [
                 *                 "unit-head",
                 *                 "deputy-leader",
                 *                 "lead-leader",
                 *                 "office"
                 *               ]
                 *             },
                 *             {
                 *               "key": "rectify",
                 *               "anchor": "due",
                 *               "offset": {
                 *                 "workdays": 10
                 *               },
                 *               "at": "09:00",
                 *               "action": "propose-rectification",
                 *               "to": [
                 *                 "office"
                 *               ]
                 *             }
                 *           ]
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    /**
                     * Format: date
                     * @example 2026-07-31
                     */
                    from: string;
                    /**
                     * Format: date
                     * @example 2026-07-31
                     */
                    to: string;
                    /** @description 假定何时下达；不填为开始日 09:00 */
                    launchAt?: string;
                    /** @description 大家做什么；不填即谁也不做 */
                    behaviour?: {
                        [key: string]: unknown;
                    }[];
                    /** @description 换用这些频次；不填用专项现行的 */
                    cadences?: {
                        [key: string]: unknown;
                    }[];
                    /** @description 换用这些督办规则；不填用专项现行的 */
                    policies?: {
                        [key: string]: unknown;
                    }[];
                };
            };
        };
        responses: {
            /** @description 成功 */
            202: {
                headers: {
                    /** @description 新建的内容在哪里 */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "jobId": 1,
                     *       "clocks": {
                     *         "running": false,
                     *         "reason": "连续两个月没有实质进展"
                     *       }
                     *     }
                     */
                    "application/json": {
                        jobId: number;
                        clocks: components["schemas"]["Clocks"];
                    };
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongType"];
            /** @description INVALID 填写内容有误；KEY_REUSED 幂等键已用于另一个请求；REHEARSAL_INPUT 预演条件有误 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID" | "KEY_REUSED" | "REHEARSAL_INPUT";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS 请求过于频繁；TOO_MANY_JOBS 作业太多 */
            429: {
                headers: {
                    /** @description 几秒后再试 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS" | "TOO_MANY_JOBS";
                    };
                };
            };
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Rules_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                programmeId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "revision": 1,
                     *       "cadences": [
                     *         {}
                     *       ],
                     *       "policies": [
                     *         {}
                     *       ]
                     *     }
                     */
                    "application/json": {
                        /** @description 修改时带上，已被他人更改则得到 409 */
                        revision: number;
                        cadences: {
                            [key: string]: unknown;
                        }[];
                        /** @description 按顺序；第一个用于没有指明规则的频次 */
                        policies: {
                            [key: string]: unknown;
                        }[];
                    };
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Rules_replace: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 幂等键：每个操作一个新的 UUID。结果与操作在同一事务里留存24小时，只有本账号凭这个键能取回；键相同而网址或内容不同得到 422 KEY_REUSED，前一个还在办理得到 409 KEY_IN_USE。被拒绝的请求不留存。重发得到的答案带 Idempotency-Replayed: true。
                 * @example 7b0e2c1a-5d7e-4c0e-9a53-0f6f6f0d9a11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                programmeId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "revision": 1,
                 *       "cadences": [
                 *         {
                 *           "key": "monthly-report",
                 *           "name": "一月一报告",
                 *           "direction": "up",
                 *           "every": "month",
                 *           "profile": "report",
                 *           "opens": {
                 *             "firstDay": true,
                 *             "roll": "forward",
                 *             "at": "09:00"
                 *           },
                 *           "due": {
                 *             "workday": -1,
                 *             "at": "17:30"
                 *           }
                 *         },
                 *         {
                 *           "key": "quarterly-inspection",
                 *           "name": "一季一督导",
                 *           "direction": "down",
                 *           "every": "quarter",
                 *           "profile": "inspection",
                 *           "opens": {
                 *             "month": 3,
                 *             "day": 1,
                 *             "roll": "forward",
                 *             "at": "09:00"
                 *           },
                 *           "due": {
                 *             "month": 3,
                 *             "day": 25,
                 *             "roll": "back",
                 *             "at": "17:30"
                 *           }
                 *         },
                 *         {
                 *           "key": "half-year-debrief",
                 *           "name": "半年一述职",
                 *           "direction": "up",
                 *           "every": "half",
                 *           "profile": "debrief",
                 *           "opens": {
                 *             "month": 6,
                 *             "day": 1,
                 *             "roll": "forward",
                 *             "at": "09:00"
                 *           },
                 *           "due": {
                 *             "workdayAfter": 5,
                 *             "at": "17:30"
                 *           }
                 *         }
                 *       ],
                 *       "policies": [
                 *         {
                 *           "key": "default",
                 *           "lights": {
                 *             "yellow": {
                 *               "workdays": -3
                 *             }
                 *           },
                 *           "rungs": [
                 *             {
                 *               "key": "remind-3",
                 *               "anchor": "due",
                 *               "offset": {
                 *                 "workdays": -3
                 *               },
                 *               "at": "09:00",
                 *               "action": "remind",
                 *               "to": [
                 *                 "handler"
                 *               ]
                 *             },
                 *             {
                 *               "key": "remind-1",
                 *               "anchor": "due",
                 *               "offset": {
                 *                 "workdays": -1
                 *               },
                 *               "at": "09:00",
                 *               "action": "remind",
                 *               "to": [
                 *                 "handler"
                 *               ]
                 *             },
                 *             {
                 *               "key": "remind-0",
                 *               "anchor": "due",
                 *               "offset": {
                 *                 "workdays": 0
                 *               },
                 *               "at": "09:00",
                 *               "action": "remind",
                 *               "to": [
                 *                 "handler",
                 *                 "unit-head"
                 *               ]
                 *             },
                 *             {
                 *               "key": "unsigned",
                 *               "anchor": "opened",
                 *               "offset": {
                 *                 "workdays": 2
                 *               },
                 *               "at": "09:00",
                 *               "action": "press",
                 *               "to": [
                 *                 "handler",
                 *                 "unit-head"
                 *               ]
                 *             },
                 *             {
                 *               "key": "returned",
                 *               "anchor": "returned",
                 *               "offset": {
                 *                 "workdays": 2
                 *               },
                 *               "at": "09:00",
                 *               "action": "press",
                 *               "to": [
                 *                 "handler",
                 *                 "unit-head"
                 *               ]
                 *             },
                 *             {
                 *               "key": "blue",
                 *               "anchor": "due",
                 *               "offset": {
                 *                 "workdays": 1
                 *               },
                 *               "at": "09:00",
                 *               "action": "slip-blue",
                 *               "to": [
                 *                 "unit-head"
                 *               ]
                 *             },
                 *             {
                 *               "key": "yellow",
                 *               "anchor": "due",
                 *               "offset": {
                 *                 "workdays": 3
                 *               },
                 *               "at": "09:00",
                 *               "action": "slip-yellow",
                 *               "to": [
                 *                 "unit-head",
                 *                 "deputy-leader"
                 *               ]
                 *             },
                 *             {
                 *               "key": "red",
                 *               "anchor": "due",
                 *               "offset": {
                 *                 "workdays": 5
                 *               },
                 *               "at": "09:00",
                 *               "action": "slip-red",
                 *               "to": [
                 *                 "unit-head",
                 *                 "deputy-leader",
                 *                 "lead-leader",
                 *                 "office"
                 *               ]
                 *             },
                 *             {
                 *               "key": "rectify",
                 *               "anchor": "due",
                 *               "offset": {
                 *                 "workdays": 10
                 *               },
                 *               "at": "09:00",
                 *               "action": "propose-rectification",
                 *               "to": [
                 *                 "office"
                 *               ]
                 *             }
                 *           ]
                 *         }
                 *       ],
                 *       "reason": "县委要求改为两周一提醒"
                 *     }
                 */
                "application/json": {
                    revision: number;
                    /**
                     * @example [
                     *       {
                     *         "key": "monthly-report",
                     *         "name": "一月一报告",
                     *         "direction": "up",
                     *         "every": "month",
                     *         "profile": "report",
                     *         "opens": {
                     *           "firstDay": true,
                     *           "roll": "forward",
                     *           "at": "09:00"
                     *         },
                     *         "due": {
                     *           "workday": -1,
                     *           "at": "17:30"
                     *         }
                     *       },
                     *       {
                     *         "key": "quarterly-inspection",
                     *         "name": "一季一督导",
                     *         "direction": "down",
                     *         "every": "quarter",
                     *         "profile": "inspection",
                     *         "opens": {
                     *           "month": 3,
                     *           "day": 1,
                     *           "roll": "forward",
                     *           "at": "09:00"
                     *         },
                     *         "due": {
                     *           "month": 3,
                     *           "day": 25,
                     *           "roll": "back",
                     *           "at": "17:30"
                     *         }
                     *       },
                     *       {
                     *         "key": "half-year-debrief",
                     *         "name": "半年一述职",
                     *         "direction": "up",
                     *         "every": "half",
                     *         "profile": "debrief",
                     *         "opens": {
                     *           "month": 6,
                     *           "day": 1,
                     *           "roll": "forward",
                     *           "at": "09:00"
                     *         },
                     *         "due": {
                     *           "workdayAfter": 5,
                     *           "at": "17:30"
                     *         }
                     *       }
                     *     ]
                     */
                    cadences?: unknown[];
                    /**
                     * @example [
                     *       {
                     *         "key": "default",
                     *         "lights": {
                     *           "yellow": {
                     *             "workdays": -3
                     *           }
                     *         },
                     *         "rungs": [
                     *           {
                     *             "key": "remind-3",
                     *             "anchor": "due",
                     *             "offset": {
                     *               "workdays": -3
                     *             },
                     *             "at": "09:00",
                     *             "action": "remind",
                     *             "to": [
                     *               "handler"
                     *             ]
                     *           },
                     *           {
                     *             "key": "remind-1",
                     *             "anchor": "due",
                     *             "offset": {
                     *               "workdays": -1
                     *             },
                     *             "at": "09:00",
                     *             "action": "remind",
                     *             "to": [
                     *               "handler"
                     *             ]
                     *           },
                     *           {
                     *             "key": "remind-0",
                     *             "anchor": "due",
                     *             "offset": {
                     *               "workdays": 0
                     *             },
                     *             "at": "09:00",
                     *             "action": "remind",
                     *             "to": [
                     *               "handler",
                     *               "unit-head"
                     *             ]
                     *           },
                     *           {
                     *             "key": "unsigned",
                     *             "anchor": "opened",
                     *             "offset": {
                     *               "workdays": 2
                     *             },
                     *             "at": "09:00",
                     *             "action": "press",
                     *             "to": [
                     *               "handler",
                     *               "unit-head"
                     *             ]
                     *           },
                     *           {
                     *             "key": "returned",
                     *             "anchor": "returned",
                     *             "offset": {
                     *               "workdays": 2
                     *             },
                     *             "at": "09:00",
                     *             "action": "press",
                     *             "to": [
                     *               "handler",
                     *               "unit-head"
                     *             ]
                     *           },
                     *           {
                     *             "key": "blue",
                     *             "anchor": "due",
                     *             "offset": {
                     *               "workdays": 1
                     *             },
                     *             "at": "09:00",
                     *             "action": "slip-blue",
                     *             "to": [
                     *               "unit-head"
                     *             ]
                     *           },
                     *           {
                     *             "key": "yellow",
                     *             "anchor": "due",
                     *             "offset": {
                     *               "workdays": 3
                     *             },
                     *             "at": "09:00",
                     *             "action": "slip-yellow",
                     *             "to": [
                     *               "unit-head",
                     *               "deputy-leader"
                     *             ]
                     *           },
                     *           {
                     *             "key": "red",
                     *             "anchor": "due",
                     *             "offset": {
                     *               "workdays": 5
                     *             },
                     *             "at": "09:00",
                     *             "action": "slip-red",
                     *             "to": [
                     *               "unit-head",
                     *               "deputy-leader",
                     *               "lead-leader",
                     *               "office"
                     *             ]
                     *           },
                     *           {
                     *             "key": "rectify",
                     *             "anchor": "due",
                     *             "offset": {
                     *               "workdays": 10
                     *             },
                     *             "at": "09:00",
                     *             "action": "propose-rectification",
                     *             "to": [
                     *               "office"
                     *             ]
                     *           }
                     *         ]
                     *       }
                     *     ]
                     */
                    policies?: unknown[];
                    /** @example 县委要求改为两周一提醒 */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "revision": 1,
                     *       "cadences": [
                     *         {}
                     *       ],
                     *       "policies": [
                     *         {}
                     *       ]
                     *     }
                     */
                    "application/json": {
                        /** @description 修改时带上，已被他人更改则得到 409 */
                        revision: number;
                        cadences: {
                            [key: string]: unknown;
                        }[];
                        /** @description 按顺序；第一个用于没有指明规则的频次 */
                        policies: {
                            [key: string]: unknown;
                        }[];
                    };
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description CONFLICT 与现有记录冲突；KEY_IN_USE 同一个请求还在办理中；PROGRAMME_ARCHIVED 专项已经归档；STALE_VERSION 内容已被他人更改 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "CONFLICT" | "KEY_IN_USE" | "PROGRAMME_ARCHIVED" | "STALE_VERSION";
                    };
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongType"];
            /** @description INVALID 填写内容有误；KEY_REUSED 幂等键已用于另一个请求；RULES_INVALID 频次或督办规则有误 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID" | "KEY_REUSED" | "RULES_INVALID";
                    };
                };
            };
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Rules_preview: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 幂等键：每个操作一个新的 UUID。结果与操作在同一事务里留存24小时，只有本账号凭这个键能取回；键相同而网址或内容不同得到 422 KEY_REUSED，前一个还在办理得到 409 KEY_IN_USE。被拒绝的请求不留存。重发得到的答案带 Idempotency-Replayed: true。
                 * @example 7b0e2c1a-5d7e-4c0e-9a53-0f6f6f0d9a11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                programmeId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "revision": 1,
                 *       "cadences": [
                 *         {
                 *           "key": "monthly-report",
                 *           "name": "一月一报告",
                 *           "direction": "up",
                 *           "every": "month",
                 *           "profile": "report",
                 *           "opens": {
                 *             "firstDay": true,
                 *             "roll": "forward",
                 *             "at": "09:00"
                 *           },
                 *           "due": {
                 *             "workday": -1,
                 *             "at": "17:30"
                 *           }
                 *         },
                 *         {
                 *           "key": "quarterly-inspection",
                 *           "name": "一季一督导",
                 *           "direction": "down",
                 *           "every": "quarter",
                 *           "profile": "inspection",
                 *           "opens": {
                 *             "month": 3,
                 *             "day": 1,
                 *             "roll": "forward",
                 *             "at": "09:00"
                 *           },
                 *           "due": {
                 *             "month": 3,
                 *             "day": 25,
                 *             "roll": "back",
                 *             "at": "17:30"
                 *           }
                 *         },
                 *         {
                 *           "key": "half-year-debrief",
                 *           "name": "半年一述职",
                 *           "direction": "up",
                 *           "every": "half",
                 *           "profile": "debrief",
                 *           "opens": {
                 *             "month": 6,
                 *             "day": 1,
                 *             "roll": "forward",
                 *             "at": "09:00"
                 *           },
                 *           "due": {
                 *             "workdayAfter": 5,
                 *             "at": "17:30"
                 *           }
                 *         }
                 *       ],
                 *       "policies": [
                 *         {
                 *           "key": "default",
                 *           "lights": {
                 *             "yellow": {
                 *               "workdays": -3
                 *             }
                 *           },
                 *           "rungs": [
                 *             {
                 *               "key": "remind-3",
                 *               "anchor": "due",
                 *               "offset": {
                 *                 "workdays": -3
                 *               },
                 *               "at": "09:00",
                 *               "action": "remind",
                 *               "to": [
                 *                 "handler"
                 *               ]
                 *             },
                 *             {
                 *               "key": "remind-1",
                 *               "anchor": "due",
                 *               "offset": {
                 *                 "workdays": -1
                 *               },
                 *               "at": "09:00",
                 *               "action": "remind",
                 *               "to": [
                 *                 "handler"
                 *               ]
                 *             },
                 *             {
                 *               "key": "remind-0",
                 *               "anchor": "due",
                 *               "offset": {
                 *                 "workdays": 0
                 *               },
                 *               "at": "09:00",
                 *               "action": "remind",
                 *               "to": [
                 *                 "handler",
                 *                 "unit-head"
                 *               ]
                 *             },
                 *             {
                 *               "key": "unsigned",
                 *               "anchor": "opened",
                 *               "offset": {
                 *                 "workdays": 2
                 *               },
                 *               "at": "09:00",
                 *               "action": "press",
                 *               "to": [
                 *                 "handler",
                 *                 "unit-head"
                 *               ]
                 *             },
                 *             {
                 *               "key": "returned",
                 *               "anchor": "returned",
                 *               "offset": {
                 *                 "workdays": 2
                 *               },
                 *               "at": "09:00",
                 *               "action": "press",
                 *               "to": [
                 *                 "handler",
                 *                 "unit-head"
                 *               ]
                 *             },
                 *             {
                 *               "key": "blue",
                 *               "anchor": "due",
                 *               "offset": {
                 *                 "workdays": 1
                 *               },
                 *               "at": "09:00",
                 *               "action": "slip-blue",
                 *               "to": [
                 *                 "unit-head"
                 *               ]
                 *             },
                 *             {
                 *               "key": "yellow",
                 *               "anchor": "due",
                 *               "offset": {
                 *                 "workdays": 3
                 *               },
                 *               "at": "09:00",
                 *               "action": "slip-yellow",
                 *               "to": [
                 *                 "unit-head",
                 *                 "deputy-leader"
                 *               ]
                 *             },
                 *             {
                 *               "key": "red",
                 *               "anchor": "due",
                 *               "offset": {
                 *                 "workdays": 5
                 *               },
                 *               "at": "09:00",
                 *               "action": "slip-red",
                 *               "to": [
                 *                 "unit-head",
                 *                 "deputy-leader",
                 *                 "lead-leader",
                 *                 "office"
                 *               ]
                 *             },
                 *             {
                 *               "key": "rectify",
                 *               "anchor": "due",
                 *               "offset": {
                 *                 "workdays": 10
                 *               },
                 *               "at": "09:00",
                 *               "action": "propose-rectification",
                 *               "to": [
                 *                 "office"
                 *               ]
                 *             }
                 *           ]
                 *         }
                 *       ],
                 *       "to": "2026-07-31"
                 *     }
                 */
                "application/json": {
                    revision: number;
                    /**
                     * @example [
                     *       {
                     *         "key": "monthly-report",
                     *         "name": "一月一报告",
                     *         "direction": "up",
                     *         "every": "month",
                     *         "profile": "report",
                     *         "opens": {
                     *           "firstDay": true,
                     *           "roll": "forward",
                     *           "at": "09:00"
                     *         },
                     *         "due": {
                     *           "workday": -1,
                     *           "at": "17:30"
                     *         }
                     *       },
                     *       {
                     *         "key": "quarterly-inspection",
                     *         "name": "一季一督导",
                     *         "direction": "down",
                     *         "every": "quarter",
                     *         "profile": "inspection",
                     *         "opens": {
                     *           "month": 3,
                     *           "day": 1,
                     *           "roll": "forward",
                     *           "at": "09:00"
                     *         },
                     *         "due": {
                     *           "month": 3,
                     *           "day": 25,
                     *           "roll": "back",
                     *           "at": "17:30"
                     *         }
                     *       },
                     *       {
                     *         "key": "half-year-debrief",
                     *         "name": "半年一述职",
                     *         "direction": "up",
                     *         "every": "half",
                     *         "profile": "debrief",
                     *         "opens": {
                     *           "month": 6,
                     *           "day": 1,
                     *           "roll": "forward",
                     *           "at": "09:00"
                     *         },
                     *         "due": {
                     *           "workdayAfter": 5,
                     *           "at": "17:30"
                     *         }
                     *       }
                     *     ]
                     */
                    cadences?: unknown[];
                    /**
                     * @example [
                     *       {
                     *         "key": "default",
                     *         "lights": {
                     *           "yellow": {
                     *             "workdays": -3
                     *           }
                     *         },
                     *         "rungs": [
                     *           {
                     *             "key": "remind-3",
                     *             "anchor": "due",
                     *             "offset": {
                     *               "workdays": -3
                     *             },
                     *             "at": "09:00",
                     *             "action": "remind",
                     *             "to": [
                     *               "handler"
                     *             ]
                     *           },
                     *           {
                     *             "key": "remind-1",
                     *             "anchor": "due",
                     *             "offset": {
                     *               "workdays": -1
                     *             },
                     *             "at": "09:00",
                     *             "action": "remind",
                     *             "to": [
                     *               "handler"
                     *             ]
                     *           },
                     *           {
                     *             "key": "remind-0",
                     *             "anchor": "due",
                     *             "offset": {
                     *               "workdays": 0
                     *             },
                     *             "at": "09:00",
                     *             "action": "remind",
                     *             "to": [
                     *               "handler",
                     *               "unit-head"
                     *             ]
                     *           },
                     *           {
                     *             "key": "unsigned",
                     *             "anchor": "opened",
                     *             "offset": {
                     *               "workdays": 2
                     *             },
                     *             "at": "09:00",
                     *             "action": "press",
                     *             "to": [
                     *               "handler",
                     *               "unit-head"
                     *             ]
                     *           },
                     *           {
                     *             "key": "returned",
                     *             "anchor": "returned",
                     *             "offset": {
                     *               "workdays": 2
                     *             },
                     *             "at": "09:00",
                     *             "action": "press",
                     *             "to": [
                     *               "handler",
                     *               "unit-head"
                     *             ]
                     *           },
                     *           {
                     *             "key": "blue",
                     *             "anchor": "due",
                     *             "offset": {
                     *               "workdays": 1
                     *             },
                     *             "at": "09:00",
                     *             "action": "slip-blue",
                     *             "to": [
                     *               "unit-head"
                     *             ]
                     *           },
                     *           {
                     *             "key": "yellow",
                     *             "anchor": "due",
                     *             "offset": {
                     *               "workdays": 3
                     *             },
                     *             "at": "09:00",
                     *             "action": "slip-yellow",
                     *             "to": [
                     *               "unit-head",
                     *               "deputy-leader"
                     *             ]
                     *           },
                     *           {
                     *             "key": "red",
                     *             "anchor": "due",
                     *             "offset": {
                     *               "workdays": 5
                     *             },
                     *             "at": "09:00",
                     *             "action": "slip-red",
                     *             "to": [
                     *               "unit-head",
                     *               "deputy-leader",
                     *               "lead-leader",
                     *               "office"
                     *             ]
                     *           },
                     *           {
                     *             "key": "rectify",
                     *             "anchor": "due",
                     *             "offset": {
                     *               "workdays": 10
                     *             },
                     *             "at": "09:00",
                     *             "action": "propose-rectification",
                     *             "to": [
                     *               "office"
                     *             ]
                     *           }
                     *         ]
                     *       }
                     *     ]
                     */
                    policies?: unknown[];
                    /**
                     * Format: date
                     * @description 从现在起最多400天
                     * @example 2026-07-31
                     */
                    to: string;
                };
            };
        };
        responses: {
            /** @description 成功 */
            202: {
                headers: {
                    /** @description 新建的内容在哪里 */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "jobId": 1,
                     *       "clocks": {
                     *         "running": false,
                     *         "reason": "连续两个月没有实质进展"
                     *       }
                     *     }
                     */
                    "application/json": {
                        jobId: number;
                        clocks: components["schemas"]["Clocks"];
                    };
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description CONFLICT 与现有记录冲突；KEY_IN_USE 同一个请求还在办理中；PROGRAMME_ARCHIVED 专项已经归档；STALE_VERSION 内容已被他人更改 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "CONFLICT" | "KEY_IN_USE" | "PROGRAMME_ARCHIVED" | "STALE_VERSION";
                    };
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongType"];
            /** @description INVALID 填写内容有误；KEY_REUSED 幂等键已用于另一个请求；REHEARSAL_INPUT 预演条件有误；RULES_INVALID 频次或督办规则有误 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID" | "KEY_REUSED" | "REHEARSAL_INPUT" | "RULES_INVALID";
                    };
                };
            };
            /** @description TOO_MANY_REQUESTS 请求过于频繁；TOO_MANY_JOBS 作业太多 */
            429: {
                headers: {
                    /** @description 几秒后再试 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS" | "TOO_MANY_JOBS";
                    };
                };
            };
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Project_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description 从上一页的 next 原样取来；不填即第一页。其余条件须与上一页相同 */
                cursor?: string;
                programmeId?: number;
                categoryId?: number;
                unitId?: number;
                /** @description 现任这个项目“1+3”或承办、督办岗位之一的人员 */
                personId?: number;
                parentId?: number;
                state?: "proposed" | "reviewing" | "returned" | "draft" | "launched" | "accepted" | "closed" | "cancelled";
                source?: "重点工作" | "难点问题" | "薄弱环节";
                level?: "省级" | "市级" | "县级" | "乡级" | "村级";
                planLight?: "green" | "yellow" | "red";
                deadlineFrom?: string;
                /** @description 含这一天 */
                deadlineTo?: string;
                /** @description 项目名称中的文字 */
                text?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "projectId": 1,
                     *           "programmeId": 1,
                     *           "number": 1,
                     *           "categoryId": 1,
                     *           "category": "组织建设",
                     *           "title": "村级阵地达标",
                     *           "unitId": 1,
                     *           "unit": "县委组织部",
                     *           "deadline": "2026年12月底前",
                     *           "standing": false,
                     *           "state": "proposed",
                     *           "origin": "ledger",
                     *           "source": "重点工作",
                     *           "level": "省级",
                     *           "progress": {
                     *             "plannedPercent": 1,
                     *             "actualPercent": 1,
                     *             "deviationPoints": 1,
                     *             "light": "green"
                     *           },
                     *           "launchedAt": "2026-07-31T17:30:00+08:00",
                     *           "closedAt": "2026-07-31T17:30:00+08:00",
                     *           "version": 1
                     *         }
                     *       ],
                     *       "limit": 1,
                     *       "next": null
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Project"][];
                        limit: number;
                        /** @description 下一页的 cursor；没有下一页为 null */
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Project_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                projectId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "projectId": 1,
                     *       "programmeId": 1,
                     *       "number": 1,
                     *       "categoryId": 1,
                     *       "category": "组织建设",
                     *       "title": "村级阵地达标",
                     *       "unitId": 1,
                     *       "unit": "县委组织部",
                     *       "deadline": "2026年12月底前",
                     *       "standing": false,
                     *       "state": "proposed",
                     *       "origin": "ledger",
                     *       "source": "重点工作",
                     *       "level": "省级",
                     *       "progress": {
                     *         "plannedPercent": 1,
                     *         "actualPercent": 1,
                     *         "deviationPoints": 1,
                     *         "light": "green"
                     *       },
                     *       "launchedAt": "2026-07-31T17:30:00+08:00",
                     *       "closedAt": "2026-07-31T17:30:00+08:00",
                     *       "version": 1,
                     *       "objective": "全县村级阵地全部达标",
                     *       "measures": "统一标准，分批施工，按月调度",
                     *       "supportingUnits": [
                     *         "县财政局"
                     *       ],
                     *       "notes": {},
                     *       "sourceText": "县委常委会会议纪要〔2026〕5号",
                     *       "guarantees": {
                     *         "organization": "成立工作专班，由分管领导任组长",
                     *         "talent": "选派驻村工作队2支",
                     *         "funds": "县财政安排专项资金120万元",
                     *         "technology": "由县住建部门提供设计",
                     *         "mechanism": "每月召开一次调度会"
                     *       },
                     *       "review": {
                     *         "at": "2026-07-31T17:30:00+08:00",
                     *         "by": "张某某",
                     *         "opinion": "目标明确，同意"
                     *       },
                     *       "acceptance": {
                     *         "at": "2026-07-31T17:30:00+08:00",
                     *         "by": "张某某",
                     *         "opinion": "目标明确，同意"
                     *       },
                     *       "parent": {
                     *         "projectId": 1,
                     *         "title": "村级阵地达标"
                     *       },
                     *       "children": [
                     *         {
                     *           "projectId": 1,
                     *           "title": "村级阵地达标"
                     *         }
                     *       ],
                     *       "milestones": [
                     *         {
                     *           "milestoneId": 1,
                     *           "projectId": 1,
                     *           "project": "村级阵地达标",
                     *           "unit": "县委组织部",
                     *           "day": "2026-07-31",
                     *           "text": "已完成12个村的选址和设计，本月开工7个",
                     *           "fromLedger": false,
                     *           "completedAt": "2026-07-31T17:30:00+08:00",
                     *           "evidence": "已完工，验收单见县委办公室收文〔2026〕31号",
                     *           "overdue": false,
                     *           "version": 1
                     *         }
                     *       ],
                     *       "posts": [
                     *         {
                     *           "relation": "unit-head",
                     *           "postId": 1,
                     *           "title": "村级阵地达标",
                     *           "holder": "李某某"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ProjectDetail"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Amendment_amend: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 幂等键：每个操作一个新的 UUID。结果与操作在同一事务里留存24小时，只有本账号凭这个键能取回；键相同而网址或内容不同得到 422 KEY_REUSED，前一个还在办理得到 409 KEY_IN_USE。被拒绝的请求不留存。重发得到的答案带 Idempotency-Replayed: true。
                 * @example 7b0e2c1a-5d7e-4c0e-9a53-0f6f6f0d9a11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                projectId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "why": "受连续降雨影响，工期顺延",
                 *       "objective": "改造10个村级便民服务点",
                 *       "deadline": "2026-12-20",
                 *       "supportingUnits": [
                 *         "县财政局",
                 *         "县住房和城乡建设局"
                 *       ]
                 *     }
                 */
                "application/json": {
                    version: number;
                    why: string;
                    title?: string;
                    categoryId?: number;
                    unitId?: number;
                    /**
                     * @description 改责任单位时，新单位的承办人；不填即空缺；有同名的，写明是哪一位
                     * @example {
                     *       "personId": 12
                     *     }
                     */
                    handler?: string | {
                        /** @description 已有的人员，同名的用编号指明 */
                        personId?: number;
                        /** @description 另建一个人员，可与已有人员同名 */
                        newPerson?: {
                            name: string;
                            phone?: string;
                        };
                        /** @description 没有重名时可用 */
                        name?: string;
                    };
                    objective?: string | null;
                    measures?: string | null;
                    /**
                     * Format: date
                     * @example 2026-07-31
                     */
                    deadline?: string | null;
                    standing?: boolean;
                    supportingUnits?: string[];
                    /** @enum {string|null} */
                    source?: "重点工作" | "难点问题" | "薄弱环节" | null;
                    sourceText?: string | null;
                    guarantees?: {
                        organization?: string;
                        talent?: string;
                        funds?: string;
                        technology?: string;
                        mechanism?: string;
                    };
                    /** @enum {string|null} */
                    level?: "省级" | "市级" | "县级" | "乡级" | "村级" | null;
                    parentId?: number | null;
                };
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "projectId": 1,
                     *       "programmeId": 1,
                     *       "number": 1,
                     *       "categoryId": 1,
                     *       "category": "组织建设",
                     *       "title": "村级阵地达标",
                     *       "unitId": 1,
                     *       "unit": "县委组织部",
                     *       "deadline": "2026年12月底前",
                     *       "standing": false,
                     *       "state": "proposed",
                     *       "origin": "ledger",
                     *       "source": "重点工作",
                     *       "level": "省级",
                     *       "progress": {
                     *         "plannedPercent": 1,
                     *         "actualPercent": 1,
                     *         "deviationPoints": 1,
                     *         "light": "green"
                     *       },
                     *       "launchedAt": "2026-07-31T17:30:00+08:00",
                     *       "closedAt": "2026-07-31T17:30:00+08:00",
                     *       "version": 1,
                     *       "objective": "全县村级阵地全部达标",
                     *       "measures": "统一标准，分批施工，按月调度",
                     *       "supportingUnits": [
                     *         "县财政局"
                     *       ],
                     *       "notes": {},
                     *       "sourceText": "县委常委会会议纪要〔2026〕5号",
                     *       "guarantees": {
                     *         "organization": "成立工作专班，由分管领导任组长",
                     *         "talent": "选派驻村工作队2支",
                     *         "funds": "县财政安排专项资金120万元",
                     *         "technology": "由县住建部门提供设计",
                     *         "mechanism": "每月召开一次调度会"
                     *       },
                     *       "review": {
                     *         "at": "2026-07-31T17:30:00+08:00",
                     *         "by": "张某某",
                     *         "opinion": "目标明确，同意"
                     *       },
                     *       "acceptance": {
                     *         "at": "2026-07-31T17:30:00+08:00",
                     *         "by": "张某某",
                     *         "opinion": "目标明确，同意"
                     *       },
                     *       "parent": {
                     *         "projectId": 1,
                     *         "title": "村级阵地达标"
                     *       },
                     *       "children": [
                     *         {
                     *           "projectId": 1,
                     *           "title": "村级阵地达标"
                     *         }
                     *       ],
                     *       "milestones": [
                     *         {
                     *           "milestoneId": 1,
                     *           "projectId": 1,
                     *           "project": "村级阵地达标",
                     *           "unit": "县委组织部",
                     *           "day": "2026-07-31",
                     *           "text": "已完成12个村的选址和设计，本月开工7个",
                     *           "fromLedger": false,
                     *           "completedAt": "2026-07-31T17:30:00+08:00",
                     *           "evidence": "已完工，验收单见县委办公室收文〔2026〕31号",
                     *           "overdue": false,
                     *           "version": 1
                     *         }
                     *       ],
                     *       "posts": [
                     *         {
                     *           "relation": "unit-head",
                     *           "postId": 1,
                     *           "title": "村级阵地达标",
                     *           "holder": "李某某"
                     *         }
                     *       ],
                     *       "clocks": {
                     *         "running": false,
                     *         "reason": "连续两个月没有实质进展"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ProjectDetailAndClocks"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description CONFLICT 与现有记录冲突；KEY_IN_USE 同一个请求还在办理中；AMBIGUOUS_PERSON 有同名人员；DUPLICATE_TITLE 项目名称重复；PAST_DUE 已过办结时限；PROJECT_CLOSED 项目已结项或撤销；STALE_VERSION 内容已被他人更改；TENURE_TAKEN 这段时间已有人任职；WRONG_STATE 当前状态不能这样办理 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "CONFLICT" | "KEY_IN_USE" | "AMBIGUOUS_PERSON" | "DUPLICATE_TITLE" | "PAST_DUE" | "PROJECT_CLOSED" | "STALE_VERSION" | "TENURE_TAKEN" | "WRONG_STATE";
                    };
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongType"];
            /** @description INVALID 填写内容有误；KEY_REUSED 幂等键已用于另一个请求；BAD_TENURE 任职起止日期有误；DAY_PASSED 申请的时限已经过去；DEADLINE_PASSED 完成时限已经过去；LAUNCH_INCOMPLETE 项目内容不完整；NOTHING_CHANGED 没有更改；NOT_LATER 新时限须晚于现时限；NO_POLICY 专项没有督办规则；PARENT_CYCLE 上级清单项目成环；UNKNOWN_CATEGORY 没有这个类别；UNKNOWN_ORGANIZATION 没有这个组织；UNKNOWN_PARENT 没有这个上级清单项目；UNKNOWN_PERSON 没有这个人员 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID" | "KEY_REUSED" | "BAD_TENURE" | "DAY_PASSED" | "DEADLINE_PASSED" | "LAUNCH_INCOMPLETE" | "NOTHING_CHANGED" | "NOT_LATER" | "NO_POLICY" | "PARENT_CYCLE" | "UNKNOWN_CATEGORY" | "UNKNOWN_ORGANIZATION" | "UNKNOWN_PARENT" | "UNKNOWN_PERSON";
                    };
                };
            };
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Founding_accept: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 幂等键：每个操作一个新的 UUID。结果与操作在同一事务里留存24小时，只有本账号凭这个键能取回；键相同而网址或内容不同得到 422 KEY_REUSED，前一个还在办理得到 409 KEY_IN_USE。被拒绝的请求不留存。重发得到的答案带 Idempotency-Replayed: true。
                 * @example 7b0e2c1a-5d7e-4c0e-9a53-0f6f6f0d9a11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                projectId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "decision": "pass",
                 *       "opinion": "目标明确，同意"
                 *     }
                 */
                "application/json": {
                    version: number;
                    /** @enum {string} */
                    decision: "pass" | "fail";
                    opinion: string;
                };
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "projectId": 1,
                     *       "programmeId": 1,
                     *       "number": 1,
                     *       "categoryId": 1,
                     *       "category": "组织建设",
                     *       "title": "村级阵地达标",
                     *       "unitId": 1,
                     *       "unit": "县委组织部",
                     *       "deadline": "2026年12月底前",
                     *       "standing": false,
                     *       "state": "proposed",
                     *       "origin": "ledger",
                     *       "source": "重点工作",
                     *       "level": "省级",
                     *       "progress": {
                     *         "plannedPercent": 1,
                     *         "actualPercent": 1,
                     *         "deviationPoints": 1,
                     *         "light": "green"
                     *       },
                     *       "launchedAt": "2026-07-31T17:30:00+08:00",
                     *       "closedAt": "2026-07-31T17:30:00+08:00",
                     *       "version": 1,
                     *       "objective": "全县村级阵地全部达标",
                     *       "measures": "统一标准，分批施工，按月调度",
                     *       "supportingUnits": [
                     *         "县财政局"
                     *       ],
                     *       "notes": {},
                     *       "sourceText": "县委常委会会议纪要〔2026〕5号",
                     *       "guarantees": {
                     *         "organization": "成立工作专班，由分管领导任组长",
                     *         "talent": "选派驻村工作队2支",
                     *         "funds": "县财政安排专项资金120万元",
                     *         "technology": "由县住建部门提供设计",
                     *         "mechanism": "每月召开一次调度会"
                     *       },
                     *       "review": {
                     *         "at": "2026-07-31T17:30:00+08:00",
                     *         "by": "张某某",
                     *         "opinion": "目标明确，同意"
                     *       },
                     *       "acceptance": {
                     *         "at": "2026-07-31T17:30:00+08:00",
                     *         "by": "张某某",
                     *         "opinion": "目标明确，同意"
                     *       },
                     *       "parent": {
                     *         "projectId": 1,
                     *         "title": "村级阵地达标"
                     *       },
                     *       "children": [
                     *         {
                     *           "projectId": 1,
                     *           "title": "村级阵地达标"
                     *         }
                     *       ],
                     *       "milestones": [
                     *         {
                     *           "milestoneId": 1,
                     *           "projectId": 1,
                     *           "project": "村级阵地达标",
                     *           "unit": "县委组织部",
                     *           "day": "2026-07-31",
                     *           "text": "已完成12个村的选址和设计，本月开工7个",
                     *           "fromLedger": false,
                     *           "completedAt": "2026-07-31T17:30:00+08:00",
                     *           "evidence": "已完工，验收单见县委办公室收文〔2026〕31号",
                     *           "overdue": false,
                     *           "version": 1
                     *         }
                     *       ],
                     *       "posts": [
                     *         {
                     *           "relation": "unit-head",
                     *           "postId": 1,
                     *           "title": "村级阵地达标",
                     *           "holder": "李某某"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ProjectDetail"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            /** @description FORBIDDEN 无权办理；PASSWORD_CHANGE_REQUIRED 请先修改密码；BAD_ORIGIN 来源不被信任；OWN_PROJECT 不能审定自己单位的项目 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "FORBIDDEN" | "PASSWORD_CHANGE_REQUIRED" | "BAD_ORIGIN" | "OWN_PROJECT";
                    };
                };
            };
            404: components["responses"]["NotFound"];
            /** @description CONFLICT 与现有记录冲突；KEY_IN_USE 同一个请求还在办理中；PROJECT_CLOSED 项目已结项或撤销；STALE_VERSION 内容已被他人更改；WRONG_STATE 当前状态不能这样办理 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "CONFLICT" | "KEY_IN_USE" | "PROJECT_CLOSED" | "STALE_VERSION" | "WRONG_STATE";
                    };
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Amendment_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description 从上一页的 next 原样取来；不填即第一页。其余条件须与上一页相同 */
                cursor?: string;
            };
            header?: never;
            path: {
                projectId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "seq": 1,
                     *           "place": 1,
                     *           "at": "2026-07-31T17:30:00+08:00",
                     *           "act": "submit",
                     *           "actor": "张某某",
                     *           "why": "受连续降雨影响，工期顺延",
                     *           "field": "deadline",
                     *           "before": {},
                     *           "after": {}
                     *         }
                     *       ],
                     *       "limit": 1,
                     *       "next": null
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Amendment"][];
                        limit: number;
                        /** @description 下一页的 cursor；没有下一页为 null */
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Founding_apply: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 幂等键：每个操作一个新的 UUID。结果与操作在同一事务里留存24小时，只有本账号凭这个键能取回；键相同而网址或内容不同得到 422 KEY_REUSED，前一个还在办理得到 409 KEY_IN_USE。被拒绝的请求不留存。重发得到的答案带 Idempotency-Replayed: true。
                 * @example 7b0e2c1a-5d7e-4c0e-9a53-0f6f6f0d9a11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                projectId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1
                 *     }
                 */
                "application/json": {
                    version: number;
                };
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "projectId": 1,
                     *       "programmeId": 1,
                     *       "number": 1,
                     *       "categoryId": 1,
                     *       "category": "组织建设",
                     *       "title": "村级阵地达标",
                     *       "unitId": 1,
                     *       "unit": "县委组织部",
                     *       "deadline": "2026年12月底前",
                     *       "standing": false,
                     *       "state": "proposed",
                     *       "origin": "ledger",
                     *       "source": "重点工作",
                     *       "level": "省级",
                     *       "progress": {
                     *         "plannedPercent": 1,
                     *         "actualPercent": 1,
                     *         "deviationPoints": 1,
                     *         "light": "green"
                     *       },
                     *       "launchedAt": "2026-07-31T17:30:00+08:00",
                     *       "closedAt": "2026-07-31T17:30:00+08:00",
                     *       "version": 1,
                     *       "objective": "全县村级阵地全部达标",
                     *       "measures": "统一标准，分批施工，按月调度",
                     *       "supportingUnits": [
                     *         "县财政局"
                     *       ],
                     *       "notes": {},
                     *       "sourceText": "县委常委会会议纪要〔2026〕5号",
                     *       "guarantees": {
                     *         "organization": "成立工作专班，由分管领导任组长",
                     *         "talent": "选派驻村工作队2支",
                     *         "funds": "县财政安排专项资金120万元",
                     *         "technology": "由县住建部门提供设计",
                     *         "mechanism": "每月召开一次调度会"
                     *       },
                     *       "review": {
                     *         "at": "2026-07-31T17:30:00+08:00",
                     *         "by": "张某某",
                     *         "opinion": "目标明确，同意"
                     *       },
                     *       "acceptance": {
                     *         "at": "2026-07-31T17:30:00+08:00",
                     *         "by": "张某某",
                     *         "opinion": "目标明确，同意"
                     *       },
                     *       "parent": {
                     *         "projectId": 1,
                     *         "title": "村级阵地达标"
                     *       },
                     *       "children": [
                     *         {
                     *           "projectId": 1,
                     *           "title": "村级阵地达标"
                     *         }
                     *       ],
                     *       "milestones": [
                     *         {
                     *           "milestoneId": 1,
                     *           "projectId": 1,
                     *           "project": "村级阵地达标",
                     *           "unit": "县委组织部",
                     *           "day": "2026-07-31",
                     *           "text": "已完成12个村的选址和设计，本月开工7个",
                     *           "fromLedger": false,
                     *           "completedAt": "2026-07-31T17:30:00+08:00",
                     *           "evidence": "已完工，验收单见县委办公室收文〔2026〕31号",
                     *           "overdue": false,
                     *           "version": 1
                     *         }
                     *       ],
                     *       "posts": [
                     *         {
                     *           "relation": "unit-head",
                     *           "postId": 1,
                     *           "title": "村级阵地达标",
                     *           "holder": "李某某"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ProjectDetail"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description CONFLICT 与现有记录冲突；KEY_IN_USE 同一个请求还在办理中；PROJECT_CLOSED 项目已结项或撤销；STALE_VERSION 内容已被他人更改；WRONG_STATE 当前状态不能这样办理 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "CONFLICT" | "KEY_IN_USE" | "PROJECT_CLOSED" | "STALE_VERSION" | "WRONG_STATE";
                    };
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongType"];
            /** @description INVALID 填写内容有误；KEY_REUSED 幂等键已用于另一个请求；FOUNDING_INCOMPLETE 立项申请不完整 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID" | "KEY_REUSED" | "FOUNDING_INCOMPLETE";
                    };
                };
            };
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Project_appoint: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 幂等键：每个操作一个新的 UUID。结果与操作在同一事务里留存24小时，只有本账号凭这个键能取回；键相同而网址或内容不同得到 422 KEY_REUSED，前一个还在办理得到 409 KEY_IN_USE。被拒绝的请求不留存。重发得到的答案带 Idempotency-Replayed: true。
                 * @example 7b0e2c1a-5d7e-4c0e-9a53-0f6f6f0d9a11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                projectId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "post": "handler",
                 *       "personId": 12
                 *     }
                 */
                "application/json": {
                    version: number;
                    /** @enum {string} */
                    post: "handler" | "unit-head" | "deputy-leader" | "lead-leader" | "office";
                    personId?: number;
                    /** @description 另建一个人员，可与已有人员同名 */
                    newPerson?: {
                        name: string;
                        phone?: string;
                    };
                    /** @description 没有重名时可用；null 表示空缺 */
                    name?: string | null;
                };
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "projectId": 1,
                     *       "programmeId": 1,
                     *       "number": 1,
                     *       "categoryId": 1,
                     *       "category": "组织建设",
                     *       "title": "村级阵地达标",
                     *       "unitId": 1,
                     *       "unit": "县委组织部",
                     *       "deadline": "2026年12月底前",
                     *       "standing": false,
                     *       "state": "proposed",
                     *       "origin": "ledger",
                     *       "source": "重点工作",
                     *       "level": "省级",
                     *       "progress": {
                     *         "plannedPercent": 1,
                     *         "actualPercent": 1,
                     *         "deviationPoints": 1,
                     *         "light": "green"
                     *       },
                     *       "launchedAt": "2026-07-31T17:30:00+08:00",
                     *       "closedAt": "2026-07-31T17:30:00+08:00",
                     *       "version": 1,
                     *       "objective": "全县村级阵地全部达标",
                     *       "measures": "统一标准，分批施工，按月调度",
                     *       "supportingUnits": [
                     *         "县财政局"
                     *       ],
                     *       "notes": {},
                     *       "sourceText": "县委常委会会议纪要〔2026〕5号",
                     *       "guarantees": {
                     *         "organization": "成立工作专班，由分管领导任组长",
                     *         "talent": "选派驻村工作队2支",
                     *         "funds": "县财政安排专项资金120万元",
                     *         "technology": "由县住建部门提供设计",
                     *         "mechanism": "每月召开一次调度会"
                     *       },
                     *       "review": {
                     *         "at": "2026-07-31T17:30:00+08:00",
                     *         "by": "张某某",
                     *         "opinion": "目标明确，同意"
                     *       },
                     *       "acceptance": {
                     *         "at": "2026-07-31T17:30:00+08:00",
                     *         "by": "张某某",
                     *         "opinion": "目标明确，同意"
                     *       },
                     *       "parent": {
                     *         "projectId": 1,
                     *         "title": "村级阵地达标"
                     *       },
                     *       "children": [
                     *         {
                     *           "projectId": 1,
                     *           "title": "村级阵地达标"
                     *         }
                     *       ],
                     *       "milestones": [
                     *         {
                     *           "milestoneId": 1,
                     *           "projectId": 1,
                     *           "project": "村级阵地达标",
                     *           "unit": "县委组织部",
                     *           "day": "2026-07-31",
                     *           "text": "已完成12个村的选址和设计，本月开工7个",
                     *           "fromLedger": false,
                     *           "completedAt": "2026-07-31T17:30:00+08:00",
                     *           "evidence": "已完工，验收单见县委办公室收文〔2026〕31号",
                     *           "overdue": false,
                     *           "version": 1
                     *         }
                     *       ],
                     *       "posts": [
                     *         {
                     *           "relation": "unit-head",
                     *           "postId": 1,
                     *           "title": "村级阵地达标",
                     *           "holder": "李某某"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ProjectDetail"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description CONFLICT 与现有记录冲突；KEY_IN_USE 同一个请求还在办理中；AMBIGUOUS_PERSON 有同名人员；STALE_VERSION 内容已被他人更改；TENURE_TAKEN 这段时间已有人任职 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "CONFLICT" | "KEY_IN_USE" | "AMBIGUOUS_PERSON" | "STALE_VERSION" | "TENURE_TAKEN";
                    };
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongType"];
            /** @description INVALID 填写内容有误；KEY_REUSED 幂等键已用于另一个请求；BAD_TENURE 任职起止日期有误；UNKNOWN_PERSON 没有这个人员 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID" | "KEY_REUSED" | "BAD_TENURE" | "UNKNOWN_PERSON";
                    };
                };
            };
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Project_cancel: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 幂等键：每个操作一个新的 UUID。结果与操作在同一事务里留存24小时，只有本账号凭这个键能取回；键相同而网址或内容不同得到 422 KEY_REUSED，前一个还在办理得到 409 KEY_IN_USE。被拒绝的请求不留存。重发得到的答案带 Idempotency-Replayed: true。
                 * @example 7b0e2c1a-5d7e-4c0e-9a53-0f6f6f0d9a11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                projectId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "why": "受连续降雨影响，工期顺延"
                 *     }
                 */
                "application/json": {
                    version: number;
                    why: string;
                };
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "projectId": 1,
                     *       "programmeId": 1,
                     *       "number": 1,
                     *       "categoryId": 1,
                     *       "category": "组织建设",
                     *       "title": "村级阵地达标",
                     *       "unitId": 1,
                     *       "unit": "县委组织部",
                     *       "deadline": "2026年12月底前",
                     *       "standing": false,
                     *       "state": "proposed",
                     *       "origin": "ledger",
                     *       "source": "重点工作",
                     *       "level": "省级",
                     *       "progress": {
                     *         "plannedPercent": 1,
                     *         "actualPercent": 1,
                     *         "deviationPoints": 1,
                     *         "light": "green"
                     *       },
                     *       "launchedAt": "2026-07-31T17:30:00+08:00",
                     *       "closedAt": "2026-07-31T17:30:00+08:00",
                     *       "version": 1,
                     *       "objective": "全县村级阵地全部达标",
                     *       "measures": "统一标准，分批施工，按月调度",
                     *       "supportingUnits": [
                     *         "县财政局"
                     *       ],
                     *       "notes": {},
                     *       "sourceText": "县委常委会会议纪要〔2026〕5号",
                     *       "guarantees": {
                     *         "organization": "成立工作专班，由分管领导任组长",
                     *         "talent": "选派驻村工作队2支",
                     *         "funds": "县财政安排专项资金120万元",
                     *         "technology": "由县住建部门提供设计",
                     *         "mechanism": "每月召开一次调度会"
                     *       },
                     *       "review": {
                     *         "at": "2026-07-31T17:30:00+08:00",
                     *         "by": "张某某",
                     *         "opinion": "目标明确，同意"
                     *       },
                     *       "acceptance": {
                     *         "at": "2026-07-31T17:30:00+08:00",
                     *         "by": "张某某",
                     *         "opinion": "目标明确，同意"
                     *       },
                     *       "parent": {
                     *         "projectId": 1,
                     *         "title": "村级阵地达标"
                     *       },
                     *       "children": [
                     *         {
                     *           "projectId": 1,
                     *           "title": "村级阵地达标"
                     *         }
                     *       ],
                     *       "milestones": [
                     *         {
                     *           "milestoneId": 1,
                     *           "projectId": 1,
                     *           "project": "村级阵地达标",
                     *           "unit": "县委组织部",
                     *           "day": "2026-07-31",
                     *           "text": "已完成12个村的选址和设计，本月开工7个",
                     *           "fromLedger": false,
                     *           "completedAt": "2026-07-31T17:30:00+08:00",
                     *           "evidence": "已完工，验收单见县委办公室收文〔2026〕31号",
                     *           "overdue": false,
                     *           "version": 1
                     *         }
                     *       ],
                     *       "posts": [
                     *         {
                     *           "relation": "unit-head",
                     *           "postId": 1,
                     *           "title": "村级阵地达标",
                     *           "holder": "李某某"
                     *         }
                     *       ],
                     *       "clocks": {
                     *         "running": false,
                     *         "reason": "连续两个月没有实质进展"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ProjectDetailAndClocks"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description CONFLICT 与现有记录冲突；KEY_IN_USE 同一个请求还在办理中；NOT_ACCEPTED 项目尚未验收；NOT_LAUNCHED 项目尚未下达；OPEN_CASE 整改尚未销号；PAST_DUE 已过办结时限；PROJECT_CLOSED 项目已结项或撤销；STALE_VERSION 内容已被他人更改；WRONG_STATE 当前状态不能这样办理 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "CONFLICT" | "KEY_IN_USE" | "NOT_ACCEPTED" | "NOT_LAUNCHED" | "OPEN_CASE" | "PAST_DUE" | "PROJECT_CLOSED" | "STALE_VERSION" | "WRONG_STATE";
                    };
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongType"];
            /** @description INVALID 填写内容有误；KEY_REUSED 幂等键已用于另一个请求；DAY_PASSED 申请的时限已经过去；NOT_LATER 新时限须晚于现时限 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID" | "KEY_REUSED" | "DAY_PASSED" | "NOT_LATER";
                    };
                };
            };
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Project_close: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 幂等键：每个操作一个新的 UUID。结果与操作在同一事务里留存24小时，只有本账号凭这个键能取回；键相同而网址或内容不同得到 422 KEY_REUSED，前一个还在办理得到 409 KEY_IN_USE。被拒绝的请求不留存。重发得到的答案带 Idempotency-Replayed: true。
                 * @example 7b0e2c1a-5d7e-4c0e-9a53-0f6f6f0d9a11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                projectId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "why": "受连续降雨影响，工期顺延"
                 *     }
                 */
                "application/json": {
                    version: number;
                    why: string;
                };
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "projectId": 1,
                     *       "programmeId": 1,
                     *       "number": 1,
                     *       "categoryId": 1,
                     *       "category": "组织建设",
                     *       "title": "村级阵地达标",
                     *       "unitId": 1,
                     *       "unit": "县委组织部",
                     *       "deadline": "2026年12月底前",
                     *       "standing": false,
                     *       "state": "proposed",
                     *       "origin": "ledger",
                     *       "source": "重点工作",
                     *       "level": "省级",
                     *       "progress": {
                     *         "plannedPercent": 1,
                     *         "actualPercent": 1,
                     *         "deviationPoints": 1,
                     *         "light": "green"
                     *       },
                     *       "launchedAt": "2026-07-31T17:30:00+08:00",
                     *       "closedAt": "2026-07-31T17:30:00+08:00",
                     *       "version": 1,
                     *       "objective": "全县村级阵地全部达标",
                     *       "measures": "统一标准，分批施工，按月调度",
                     *       "supportingUnits": [
                     *         "县财政局"
                     *       ],
                     *       "notes": {},
                     *       "sourceText": "县委常委会会议纪要〔2026〕5号",
                     *       "guarantees": {
                     *         "organization": "成立工作专班，由分管领导任组长",
                     *         "talent": "选派驻村工作队2支",
                     *         "funds": "县财政安排专项资金120万元",
                     *         "technology": "由县住建部门提供设计",
                     *         "mechanism": "每月召开一次调度会"
                     *       },
                     *       "review": {
                     *         "at": "2026-07-31T17:30:00+08:00",
                     *         "by": "张某某",
                     *         "opinion": "目标明确，同意"
                     *       },
                     *       "acceptance": {
                     *         "at": "2026-07-31T17:30:00+08:00",
                     *         "by": "张某某",
                     *         "opinion": "目标明确，同意"
                     *       },
                     *       "parent": {
                     *         "projectId": 1,
                     *         "title": "村级阵地达标"
                     *       },
                     *       "children": [
                     *         {
                     *           "projectId": 1,
                     *           "title": "村级阵地达标"
                     *         }
                     *       ],
                     *       "milestones": [
                     *         {
                     *           "milestoneId": 1,
                     *           "projectId": 1,
                     *           "project": "村级阵地达标",
                     *           "unit": "县委组织部",
                     *           "day": "2026-07-31",
                     *           "text": "已完成12个村的选址和设计，本月开工7个",
                     *           "fromLedger": false,
                     *           "completedAt": "2026-07-31T17:30:00+08:00",
                     *           "evidence": "已完工，验收单见县委办公室收文〔2026〕31号",
                     *           "overdue": false,
                     *           "version": 1
                     *         }
                     *       ],
                     *       "posts": [
                     *         {
                     *           "relation": "unit-head",
                     *           "postId": 1,
                     *           "title": "村级阵地达标",
                     *           "holder": "李某某"
                     *         }
                     *       ],
                     *       "clocks": {
                     *         "running": false,
                     *         "reason": "连续两个月没有实质进展"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ProjectDetailAndClocks"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description CONFLICT 与现有记录冲突；KEY_IN_USE 同一个请求还在办理中；NOT_ACCEPTED 项目尚未验收；NOT_LAUNCHED 项目尚未下达；OPEN_CASE 整改尚未销号；PAST_DUE 已过办结时限；PROJECT_CLOSED 项目已结项或撤销；STALE_VERSION 内容已被他人更改；WRONG_STATE 当前状态不能这样办理 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "CONFLICT" | "KEY_IN_USE" | "NOT_ACCEPTED" | "NOT_LAUNCHED" | "OPEN_CASE" | "PAST_DUE" | "PROJECT_CLOSED" | "STALE_VERSION" | "WRONG_STATE";
                    };
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongType"];
            /** @description INVALID 填写内容有误；KEY_REUSED 幂等键已用于另一个请求；DAY_PASSED 申请的时限已经过去；NOT_LATER 新时限须晚于现时限 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID" | "KEY_REUSED" | "DAY_PASSED" | "NOT_LATER";
                    };
                };
            };
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    History_ofProject: {
        parameters: {
            query?: {
                limit?: number;
                /** @description 从上一页的 next 原样取来；不填即第一页。其余条件须与上一页相同 */
                cursor?: string;
            };
            header?: never;
            path: {
                projectId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "seq": 1,
                     *           "at": "2026-07-31T17:30:00+08:00",
                     *           "act": "submit",
                     *           "actor": "张某某",
                     *           "actorId": 1,
                     *           "projectId": 1,
                     *           "obligationId": 1,
                     *           "from": "2026-07-31T17:30:00+08:00",
                     *           "to": "2026-08-20T17:30:00+08:00",
                     *           "dueAt": "2026-07-31T17:30:00+08:00",
                     *           "dueRevision": 1,
                     *           "late": false,
                     *           "why": "受连续降雨影响，工期顺延",
                     *           "data": {},
                     *           "requestId": "3f0d3c1e-0f4b-4a57-9a53-6a1f0f6f2d10"
                     *         }
                     *       ],
                     *       "limit": 1,
                     *       "next": null,
                     *       "clocks": {
                     *         "running": false,
                     *         "reason": "连续两个月没有实质进展"
                     *       }
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["History"][];
                        limit: number;
                        /** @description 下一页的 cursor；没有下一页为 null */
                        next: string | null;
                        clocks: components["schemas"]["Clocks"];
                    };
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Project_launch: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 幂等键：每个操作一个新的 UUID。结果与操作在同一事务里留存24小时，只有本账号凭这个键能取回；键相同而网址或内容不同得到 422 KEY_REUSED，前一个还在办理得到 409 KEY_IN_USE。被拒绝的请求不留存。重发得到的答案带 Idempotency-Replayed: true。
                 * @example 7b0e2c1a-5d7e-4c0e-9a53-0f6f6f0d9a11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                projectId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1
                 *     }
                 */
                "application/json": {
                    version: number;
                };
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "projectId": 1,
                     *       "programmeId": 1,
                     *       "number": 1,
                     *       "categoryId": 1,
                     *       "category": "组织建设",
                     *       "title": "村级阵地达标",
                     *       "unitId": 1,
                     *       "unit": "县委组织部",
                     *       "deadline": "2026年12月底前",
                     *       "standing": false,
                     *       "state": "proposed",
                     *       "origin": "ledger",
                     *       "source": "重点工作",
                     *       "level": "省级",
                     *       "progress": {
                     *         "plannedPercent": 1,
                     *         "actualPercent": 1,
                     *         "deviationPoints": 1,
                     *         "light": "green"
                     *       },
                     *       "launchedAt": "2026-07-31T17:30:00+08:00",
                     *       "closedAt": "2026-07-31T17:30:00+08:00",
                     *       "version": 1,
                     *       "objective": "全县村级阵地全部达标",
                     *       "measures": "统一标准，分批施工，按月调度",
                     *       "supportingUnits": [
                     *         "县财政局"
                     *       ],
                     *       "notes": {},
                     *       "sourceText": "县委常委会会议纪要〔2026〕5号",
                     *       "guarantees": {
                     *         "organization": "成立工作专班，由分管领导任组长",
                     *         "talent": "选派驻村工作队2支",
                     *         "funds": "县财政安排专项资金120万元",
                     *         "technology": "由县住建部门提供设计",
                     *         "mechanism": "每月召开一次调度会"
                     *       },
                     *       "review": {
                     *         "at": "2026-07-31T17:30:00+08:00",
                     *         "by": "张某某",
                     *         "opinion": "目标明确，同意"
                     *       },
                     *       "acceptance": {
                     *         "at": "2026-07-31T17:30:00+08:00",
                     *         "by": "张某某",
                     *         "opinion": "目标明确，同意"
                     *       },
                     *       "parent": {
                     *         "projectId": 1,
                     *         "title": "村级阵地达标"
                     *       },
                     *       "children": [
                     *         {
                     *           "projectId": 1,
                     *           "title": "村级阵地达标"
                     *         }
                     *       ],
                     *       "milestones": [
                     *         {
                     *           "milestoneId": 1,
                     *           "projectId": 1,
                     *           "project": "村级阵地达标",
                     *           "unit": "县委组织部",
                     *           "day": "2026-07-31",
                     *           "text": "已完成12个村的选址和设计，本月开工7个",
                     *           "fromLedger": false,
                     *           "completedAt": "2026-07-31T17:30:00+08:00",
                     *           "evidence": "已完工，验收单见县委办公室收文〔2026〕31号",
                     *           "overdue": false,
                     *           "version": 1
                     *         }
                     *       ],
                     *       "posts": [
                     *         {
                     *           "relation": "unit-head",
                     *           "postId": 1,
                     *           "title": "村级阵地达标",
                     *           "holder": "李某某"
                     *         }
                     *       ],
                     *       "clocks": {
                     *         "running": false,
                     *         "reason": "连续两个月没有实质进展"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ProjectDetailAndClocks"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description CONFLICT 与现有记录冲突；KEY_IN_USE 同一个请求还在办理中；ALREADY_LAUNCHED 已经下达；NOTHING_TO_LAUNCH 没有可以下达的项目；NOT_FOUNDED 项目尚未立项；NOT_LAUNCHABLE 有项目不能下达；PROGRAMME_ARCHIVED 专项已经归档；STALE_VERSION 内容已被他人更改 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "CONFLICT" | "KEY_IN_USE" | "ALREADY_LAUNCHED" | "NOTHING_TO_LAUNCH" | "NOT_FOUNDED" | "NOT_LAUNCHABLE" | "PROGRAMME_ARCHIVED" | "STALE_VERSION";
                    };
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongType"];
            /** @description INVALID 填写内容有误；KEY_REUSED 幂等键已用于另一个请求；LAUNCH_INCOMPLETE 项目内容不完整；NO_POLICY 专项没有督办规则 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID" | "KEY_REUSED" | "LAUNCH_INCOMPLETE" | "NO_POLICY";
                    };
                };
            };
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Milestone_add: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 幂等键：每个操作一个新的 UUID。结果与操作在同一事务里留存24小时，只有本账号凭这个键能取回；键相同而网址或内容不同得到 422 KEY_REUSED，前一个还在办理得到 409 KEY_IN_USE。被拒绝的请求不留存。重发得到的答案带 Idempotency-Replayed: true。
                 * @example 7b0e2c1a-5d7e-4c0e-9a53-0f6f6f0d9a11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                projectId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "day": "2026-07-31",
                 *       "text": "已完成12个村的选址和设计，本月开工7个"
                 *     }
                 */
                "application/json": {
                    /**
                     * Format: date
                     * @example 2026-07-31
                     */
                    day: string;
                    text: string;
                };
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    /** @description 新建的内容在哪里 */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "milestoneId": 1,
                     *       "projectId": 1,
                     *       "project": "村级阵地达标",
                     *       "unit": "县委组织部",
                     *       "day": "2026-07-31",
                     *       "text": "已完成12个村的选址和设计，本月开工7个",
                     *       "fromLedger": false,
                     *       "completedAt": "2026-07-31T17:30:00+08:00",
                     *       "evidence": "已完工，验收单见县委办公室收文〔2026〕31号",
                     *       "overdue": false,
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Milestone"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description CONFLICT 与现有记录冲突；KEY_IN_USE 同一个请求还在办理中；PROJECT_CLOSED 项目已结项或撤销 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "CONFLICT" | "KEY_IN_USE" | "PROJECT_CLOSED";
                    };
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongType"];
            /** @description INVALID 填写内容有误；KEY_REUSED 幂等键已用于另一个请求；MILESTONE_LATE 节点晚于完成时限 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID" | "KEY_REUSED" | "MILESTONE_LATE";
                    };
                };
            };
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Amendment_plan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                projectId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "projectId": 1,
                     *       "projectVersion": 1,
                     *       "planVersion": 1,
                     *       "asOf": "2026-07-31",
                     *       "outdated": false,
                     *       "plannedPercent": 1,
                     *       "actualPercent": 1,
                     *       "deviationPoints": 1,
                     *       "light": "green",
                     *       "lights": {
                     *         "yellowFromPoints": 10,
                     *         "redOverPoints": 30
                     *       },
                     *       "lines": [
                     *         {
                     *           "month": "2026-12",
                     *           "percent": 1,
                     *           "text": "已完成12个村的选址和设计，本月开工7个",
                     *           "endsOn": "2026-07-31",
                     *           "actualPercent": 1
                     *         }
                     *       ],
                     *       "versions": [
                     *         {
                     *           "planVersion": 1,
                     *           "madeAt": "2026-07-31T17:30:00+08:00",
                     *           "madeBy": "李某某",
                     *           "why": "受连续降雨影响，工期顺延",
                     *           "lines": [
                     *             {
                     *               "month": "2026-12",
                     *               "percent": 1,
                     *               "text": "已完成12个村的选址和设计，本月开工7个"
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ProjectPlan"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Amendment_layPlan: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 幂等键：每个操作一个新的 UUID。结果与操作在同一事务里留存24小时，只有本账号凭这个键能取回；键相同而网址或内容不同得到 422 KEY_REUSED，前一个还在办理得到 409 KEY_IN_USE。被拒绝的请求不留存。重发得到的答案带 Idempotency-Replayed: true。
                 * @example 7b0e2c1a-5d7e-4c0e-9a53-0f6f6f0d9a11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                projectId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "why": "受连续降雨影响，工期顺延",
                 *       "lines": [
                 *         {
                 *           "month": "2026-09",
                 *           "percent": 40,
                 *           "text": "完成选址和设计"
                 *         },
                 *         {
                 *           "month": "2026-10",
                 *           "percent": 70,
                 *           "text": "主体完工"
                 *         },
                 *         {
                 *           "month": "2026-12",
                 *           "percent": 100,
                 *           "text": "验收并投入使用"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    version: number;
                    why?: string;
                    /**
                     * @example [
                     *       {
                     *         "month": "2026-09",
                     *         "percent": 40,
                     *         "text": "完成选址和设计"
                     *       },
                     *       {
                     *         "month": "2026-10",
                     *         "percent": 70,
                     *         "text": "主体完工"
                     *       },
                     *       {
                     *         "month": "2026-12",
                     *         "percent": 100,
                     *         "text": "验收并投入使用"
                     *       }
                     *     ]
                     */
                    lines: {
                        /** @description YYYY-MM */
                        month: string;
                        percent: number;
                        /** @default null */
                        text?: string | null;
                    }[];
                };
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "projectId": 1,
                     *       "projectVersion": 1,
                     *       "planVersion": 1,
                     *       "asOf": "2026-07-31",
                     *       "outdated": false,
                     *       "plannedPercent": 1,
                     *       "actualPercent": 1,
                     *       "deviationPoints": 1,
                     *       "light": "green",
                     *       "lights": {
                     *         "yellowFromPoints": 10,
                     *         "redOverPoints": 30
                     *       },
                     *       "lines": [
                     *         {
                     *           "month": "2026-12",
                     *           "percent": 1,
                     *           "text": "已完成12个村的选址和设计，本月开工7个",
                     *           "endsOn": "2026-07-31",
                     *           "actualPercent": 1
                     *         }
                     *       ],
                     *       "versions": [
                     *         {
                     *           "planVersion": 1,
                     *           "madeAt": "2026-07-31T17:30:00+08:00",
                     *           "madeBy": "李某某",
                     *           "why": "受连续降雨影响，工期顺延",
                     *           "lines": [
                     *             {
                     *               "month": "2026-12",
                     *               "percent": 1,
                     *               "text": "已完成12个村的选址和设计，本月开工7个"
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ProjectPlan"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description CONFLICT 与现有记录冲突；KEY_IN_USE 同一个请求还在办理中；PROJECT_CLOSED 项目已结项或撤销；STALE_VERSION 内容已被他人更改；WRONG_STATE 当前状态不能这样办理 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "CONFLICT" | "KEY_IN_USE" | "PROJECT_CLOSED" | "STALE_VERSION" | "WRONG_STATE";
                    };
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongType"];
            /** @description INVALID 填写内容有误；KEY_REUSED 幂等键已用于另一个请求；PLAN_INVALID 逐月计划有误；REASON_MISSING 请说明理由 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID" | "KEY_REUSED" | "PLAN_INVALID" | "REASON_MISSING";
                    };
                };
            };
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Rectification_issue: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 幂等键：每个操作一个新的 UUID。结果与操作在同一事务里留存24小时，只有本账号凭这个键能取回；键相同而网址或内容不同得到 422 KEY_REUSED，前一个还在办理得到 409 KEY_IN_USE。被拒绝的请求不留存。重发得到的答案带 Idempotency-Replayed: true。
                 * @example 7b0e2c1a-5d7e-4c0e-9a53-0f6f6f0d9a11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                projectId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "reason": "工作不重视",
                 *       "reasonText": "连续两个月没有实质进展",
                 *       "withinWorkdays": 1
                 *     }
                 */
                "application/json": {
                    version: number;
                    /** @enum {string} */
                    reason: "工作不重视" | "活动不扎实" | "效果不明显" | "其他";
                    reasonText?: string;
                    /** @description 缺省15个工作日 */
                    withinWorkdays?: number;
                };
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    /** @description 新建的内容在哪里 */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "caseId": 1,
                     *       "key": "2026-1",
                     *       "projectId": 1,
                     *       "projectTitle": "村级阵地达标",
                     *       "unitId": 1,
                     *       "unit": "县委组织部",
                     *       "reason": "工作不重视",
                     *       "reasonText": "连续两个月没有实质进展",
                     *       "withinWorkdays": 1,
                     *       "attempt": 1,
                     *       "issuedAt": "2026-07-31T17:30:00+08:00",
                     *       "issuedBy": "纪某某",
                     *       "sourceObligationId": 1,
                     *       "closedOutAt": "2026-07-31T17:30:00+08:00",
                     *       "archivedAt": "2026-07-31T17:30:00+08:00",
                     *       "withdrawnAt": "2026-07-31T17:30:00+08:00",
                     *       "withdrawnBy": "纪某某",
                     *       "withdrawWhy": "整改对象有误",
                     *       "version": 1,
                     *       "stages": [
                     *         {
                     *           "obligationId": 1,
                     *           "projectId": 1,
                     *           "projectNumber": 1,
                     *           "projectTitle": "村级阵地达标",
                     *           "programmeId": 1,
                     *           "roundId": 1,
                     *           "roundName": "一月一报告",
                     *           "cadence": "monthly-report",
                     *           "period": "2026-07",
                     *           "owedBy": "unit",
                     *           "unitId": 1,
                     *           "unit": "县委组织部",
                     *           "caseId": 1,
                     *           "state": "open",
                     *           "light": "red",
                     *           "openedAt": "2026-07-31T17:30:00+08:00",
                     *           "dueAt": "2026-07-31T17:30:00+08:00",
                     *           "originalDueAt": "2026-07-31T17:30:00+08:00",
                     *           "dueRevision": 1,
                     *           "provisional": false,
                     *           "arithmetic": "交办 11-20 周五不计；11-23、24、25 为第1–3个工作日",
                     *           "late": false,
                     *           "receivedAt": "2026-07-31T17:30:00+08:00",
                     *           "submittedAt": "2026-07-31T17:30:00+08:00",
                     *           "returnedAt": "2026-07-31T17:30:00+08:00",
                     *           "returnCount": 1,
                     *           "endedAt": "2026-07-31T17:30:00+08:00",
                     *           "version": 1,
                     *           "pendingExtension": {
                     *             "requestId": 1,
                     *             "newDue": "2026-08-20"
                     *           },
                     *           "mayDo": [
                     *             "receive"
                     *           ]
                     *         }
                     *       ],
                     *       "clocks": {
                     *         "running": false,
                     *         "reason": "连续两个月没有实质进展"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["RectificationCaseDetailAndClocks"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description CONFLICT 与现有记录冲突；KEY_IN_USE 同一个请求还在办理中；NOT_LAUNCHED 项目尚未下达；PAST_DUE 已过办结时限；PROJECT_CLOSED 项目已结项或撤销；STALE_VERSION 内容已被他人更改；WRONG_STATE 当前状态不能这样办理 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "CONFLICT" | "KEY_IN_USE" | "NOT_LAUNCHED" | "PAST_DUE" | "PROJECT_CLOSED" | "STALE_VERSION" | "WRONG_STATE";
                    };
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Founding_review: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 幂等键：每个操作一个新的 UUID。结果与操作在同一事务里留存24小时，只有本账号凭这个键能取回；键相同而网址或内容不同得到 422 KEY_REUSED，前一个还在办理得到 409 KEY_IN_USE。被拒绝的请求不留存。重发得到的答案带 Idempotency-Replayed: true。
                 * @example 7b0e2c1a-5d7e-4c0e-9a53-0f6f6f0d9a11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                projectId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "decision": "approve",
                 *       "opinion": "目标明确，同意"
                 *     }
                 */
                "application/json": {
                    version: number;
                    /** @enum {string} */
                    decision: "approve" | "return";
                    opinion: string;
                };
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "projectId": 1,
                     *       "programmeId": 1,
                     *       "number": 1,
                     *       "categoryId": 1,
                     *       "category": "组织建设",
                     *       "title": "村级阵地达标",
                     *       "unitId": 1,
                     *       "unit": "县委组织部",
                     *       "deadline": "2026年12月底前",
                     *       "standing": false,
                     *       "state": "proposed",
                     *       "origin": "ledger",
                     *       "source": "重点工作",
                     *       "level": "省级",
                     *       "progress": {
                     *         "plannedPercent": 1,
                     *         "actualPercent": 1,
                     *         "deviationPoints": 1,
                     *         "light": "green"
                     *       },
                     *       "launchedAt": "2026-07-31T17:30:00+08:00",
                     *       "closedAt": "2026-07-31T17:30:00+08:00",
                     *       "version": 1,
                     *       "objective": "全县村级阵地全部达标",
                     *       "measures": "统一标准，分批施工，按月调度",
                     *       "supportingUnits": [
                     *         "县财政局"
                     *       ],
                     *       "notes": {},
                     *       "sourceText": "县委常委会会议纪要〔2026〕5号",
                     *       "guarantees": {
                     *         "organization": "成立工作专班，由分管领导任组长",
                     *         "talent": "选派驻村工作队2支",
                     *         "funds": "县财政安排专项资金120万元",
                     *         "technology": "由县住建部门提供设计",
                     *         "mechanism": "每月召开一次调度会"
                     *       },
                     *       "review": {
                     *         "at": "2026-07-31T17:30:00+08:00",
                     *         "by": "张某某",
                     *         "opinion": "目标明确，同意"
                     *       },
                     *       "acceptance": {
                     *         "at": "2026-07-31T17:30:00+08:00",
                     *         "by": "张某某",
                     *         "opinion": "目标明确，同意"
                     *       },
                     *       "parent": {
                     *         "projectId": 1,
                     *         "title": "村级阵地达标"
                     *       },
                     *       "children": [
                     *         {
                     *           "projectId": 1,
                     *           "title": "村级阵地达标"
                     *         }
                     *       ],
                     *       "milestones": [
                     *         {
                     *           "milestoneId": 1,
                     *           "projectId": 1,
                     *           "project": "村级阵地达标",
                     *           "unit": "县委组织部",
                     *           "day": "2026-07-31",
                     *           "text": "已完成12个村的选址和设计，本月开工7个",
                     *           "fromLedger": false,
                     *           "completedAt": "2026-07-31T17:30:00+08:00",
                     *           "evidence": "已完工，验收单见县委办公室收文〔2026〕31号",
                     *           "overdue": false,
                     *           "version": 1
                     *         }
                     *       ],
                     *       "posts": [
                     *         {
                     *           "relation": "unit-head",
                     *           "postId": 1,
                     *           "title": "村级阵地达标",
                     *           "holder": "李某某"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ProjectDetail"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            /** @description FORBIDDEN 无权办理；PASSWORD_CHANGE_REQUIRED 请先修改密码；BAD_ORIGIN 来源不被信任；OWN_PROJECT 不能审定自己单位的项目 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "FORBIDDEN" | "PASSWORD_CHANGE_REQUIRED" | "BAD_ORIGIN" | "OWN_PROJECT";
                    };
                };
            };
            404: components["responses"]["NotFound"];
            /** @description CONFLICT 与现有记录冲突；KEY_IN_USE 同一个请求还在办理中；PROJECT_CLOSED 项目已结项或撤销；STALE_VERSION 内容已被他人更改；WRONG_STATE 当前状态不能这样办理 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "CONFLICT" | "KEY_IN_USE" | "PROJECT_CLOSED" | "STALE_VERSION" | "WRONG_STATE";
                    };
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Rectification_proposals: {
        parameters: {
            query?: {
                limit?: number;
                /** @description 从上一页的 next 原样取来；不填即第一页。其余条件须与上一页相同 */
                cursor?: string;
                state?: "pending" | "used" | "declined";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "obligationId": 1,
                     *           "proposedAt": "2026-07-31T17:30:00+08:00",
                     *           "projectId": 1,
                     *           "projectTitle": "村级阵地达标",
                     *           "unit": "县委组织部",
                     *           "cadence": "monthly-report",
                     *           "period": "2026-07",
                     *           "state": "pending",
                     *           "caseId": 1,
                     *           "declinedAt": "2026-07-31T17:30:00+08:00",
                     *           "declinedBy": "纪某某",
                     *           "declineWhy": "已补报，无须整改"
                     *         }
                     *       ],
                     *       "limit": 1,
                     *       "next": null,
                     *       "clocks": {
                     *         "running": false,
                     *         "reason": "连续两个月没有实质进展"
                     *       }
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["RectificationProposal"][];
                        limit: number;
                        /** @description 下一页的 cursor；没有下一页为 null */
                        next: string | null;
                        clocks: components["schemas"]["Clocks"];
                    };
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Rectification_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description 从上一页的 next 原样取来；不填即第一页。其余条件须与上一页相同 */
                cursor?: string;
                projectId?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "caseId": 1,
                     *           "key": "2026-1",
                     *           "projectId": 1,
                     *           "projectTitle": "村级阵地达标",
                     *           "unitId": 1,
                     *           "unit": "县委组织部",
                     *           "reason": "工作不重视",
                     *           "reasonText": "连续两个月没有实质进展",
                     *           "withinWorkdays": 1,
                     *           "attempt": 1,
                     *           "issuedAt": "2026-07-31T17:30:00+08:00",
                     *           "issuedBy": "纪某某",
                     *           "sourceObligationId": 1,
                     *           "closedOutAt": "2026-07-31T17:30:00+08:00",
                     *           "archivedAt": "2026-07-31T17:30:00+08:00",
                     *           "withdrawnAt": "2026-07-31T17:30:00+08:00",
                     *           "withdrawnBy": "纪某某",
                     *           "withdrawWhy": "整改对象有误",
                     *           "version": 1
                     *         }
                     *       ],
                     *       "limit": 1,
                     *       "next": null,
                     *       "clocks": {
                     *         "running": false,
                     *         "reason": "连续两个月没有实质进展"
                     *       }
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["RectificationCase"][];
                        limit: number;
                        /** @description 下一页的 cursor；没有下一页为 null */
                        next: string | null;
                        clocks: components["schemas"]["Clocks"];
                    };
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Rectification_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                caseId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "caseId": 1,
                     *       "key": "2026-1",
                     *       "projectId": 1,
                     *       "projectTitle": "村级阵地达标",
                     *       "unitId": 1,
                     *       "unit": "县委组织部",
                     *       "reason": "工作不重视",
                     *       "reasonText": "连续两个月没有实质进展",
                     *       "withinWorkdays": 1,
                     *       "attempt": 1,
                     *       "issuedAt": "2026-07-31T17:30:00+08:00",
                     *       "issuedBy": "纪某某",
                     *       "sourceObligationId": 1,
                     *       "closedOutAt": "2026-07-31T17:30:00+08:00",
                     *       "archivedAt": "2026-07-31T17:30:00+08:00",
                     *       "withdrawnAt": "2026-07-31T17:30:00+08:00",
                     *       "withdrawnBy": "纪某某",
                     *       "withdrawWhy": "整改对象有误",
                     *       "version": 1,
                     *       "stages": [
                     *         {
                     *           "obligationId": 1,
                     *           "projectId": 1,
                     *           "projectNumber": 1,
                     *           "projectTitle": "村级阵地达标",
                     *           "programmeId": 1,
                     *           "roundId": 1,
                     *           "roundName": "一月一报告",
                     *           "cadence": "monthly-report",
                     *           "period": "2026-07",
                     *           "owedBy": "unit",
                     *           "unitId": 1,
                     *           "unit": "县委组织部",
                     *           "caseId": 1,
                     *           "state": "open",
                     *           "light": "red",
                     *           "openedAt": "2026-07-31T17:30:00+08:00",
                     *           "dueAt": "2026-07-31T17:30:00+08:00",
                     *           "originalDueAt": "2026-07-31T17:30:00+08:00",
                     *           "dueRevision": 1,
                     *           "provisional": false,
                     *           "arithmetic": "交办 11-20 周五不计；11-23、24、25 为第1–3个工作日",
                     *           "late": false,
                     *           "receivedAt": "2026-07-31T17:30:00+08:00",
                     *           "submittedAt": "2026-07-31T17:30:00+08:00",
                     *           "returnedAt": "2026-07-31T17:30:00+08:00",
                     *           "returnCount": 1,
                     *           "endedAt": "2026-07-31T17:30:00+08:00",
                     *           "version": 1,
                     *           "pendingExtension": {
                     *             "requestId": 1,
                     *             "newDue": "2026-08-20"
                     *           },
                     *           "mayDo": [
                     *             "receive"
                     *           ]
                     *         }
                     *       ],
                     *       "clocks": {
                     *         "running": false,
                     *         "reason": "连续两个月没有实质进展"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["RectificationCaseDetailAndClocks"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description PAST_DUE 已过办结时限；WRONG_STATE 当前状态不能这样办理 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "PAST_DUE" | "WRONG_STATE";
                    };
                };
            };
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Rectification_withdraw: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 幂等键：每个操作一个新的 UUID。结果与操作在同一事务里留存24小时，只有本账号凭这个键能取回；键相同而网址或内容不同得到 422 KEY_REUSED，前一个还在办理得到 409 KEY_IN_USE。被拒绝的请求不留存。重发得到的答案带 Idempotency-Replayed: true。
                 * @example 7b0e2c1a-5d7e-4c0e-9a53-0f6f6f0d9a11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                caseId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "why": "受连续降雨影响，工期顺延"
                 *     }
                 */
                "application/json": {
                    version: number;
                    why: string;
                };
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "caseId": 1,
                     *       "key": "2026-1",
                     *       "projectId": 1,
                     *       "projectTitle": "村级阵地达标",
                     *       "unitId": 1,
                     *       "unit": "县委组织部",
                     *       "reason": "工作不重视",
                     *       "reasonText": "连续两个月没有实质进展",
                     *       "withinWorkdays": 1,
                     *       "attempt": 1,
                     *       "issuedAt": "2026-07-31T17:30:00+08:00",
                     *       "issuedBy": "纪某某",
                     *       "sourceObligationId": 1,
                     *       "closedOutAt": "2026-07-31T17:30:00+08:00",
                     *       "archivedAt": "2026-07-31T17:30:00+08:00",
                     *       "withdrawnAt": "2026-07-31T17:30:00+08:00",
                     *       "withdrawnBy": "纪某某",
                     *       "withdrawWhy": "整改对象有误",
                     *       "version": 1,
                     *       "stages": [
                     *         {
                     *           "obligationId": 1,
                     *           "projectId": 1,
                     *           "projectNumber": 1,
                     *           "projectTitle": "村级阵地达标",
                     *           "programmeId": 1,
                     *           "roundId": 1,
                     *           "roundName": "一月一报告",
                     *           "cadence": "monthly-report",
                     *           "period": "2026-07",
                     *           "owedBy": "unit",
                     *           "unitId": 1,
                     *           "unit": "县委组织部",
                     *           "caseId": 1,
                     *           "state": "open",
                     *           "light": "red",
                     *           "openedAt": "2026-07-31T17:30:00+08:00",
                     *           "dueAt": "2026-07-31T17:30:00+08:00",
                     *           "originalDueAt": "2026-07-31T17:30:00+08:00",
                     *           "dueRevision": 1,
                     *           "provisional": false,
                     *           "arithmetic": "交办 11-20 周五不计；11-23、24、25 为第1–3个工作日",
                     *           "late": false,
                     *           "receivedAt": "2026-07-31T17:30:00+08:00",
                     *           "submittedAt": "2026-07-31T17:30:00+08:00",
                     *           "returnedAt": "2026-07-31T17:30:00+08:00",
                     *           "returnCount": 1,
                     *           "endedAt": "2026-07-31T17:30:00+08:00",
                     *           "version": 1,
                     *           "pendingExtension": {
                     *             "requestId": 1,
                     *             "newDue": "2026-08-20"
                     *           },
                     *           "mayDo": [
                     *             "receive"
                     *           ]
                     *         }
                     *       ],
                     *       "clocks": {
                     *         "running": false,
                     *         "reason": "连续两个月没有实质进展"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["RectificationCaseDetailAndClocks"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description CONFLICT 与现有记录冲突；KEY_IN_USE 同一个请求还在办理中；PAST_DUE 已过办结时限；STALE_VERSION 内容已被他人更改；WRONG_STATE 当前状态不能这样办理 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "CONFLICT" | "KEY_IN_USE" | "PAST_DUE" | "STALE_VERSION" | "WRONG_STATE";
                    };
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongType"];
            /** @description INVALID 填写内容有误；KEY_REUSED 幂等键已用于另一个请求；DAY_PASSED 申请的时限已经过去；NOT_LATER 新时限须晚于现时限 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID" | "KEY_REUSED" | "DAY_PASSED" | "NOT_LATER";
                    };
                };
            };
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Round_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description 从上一页的 next 原样取来；不填即第一页。其余条件须与上一页相同 */
                cursor?: string;
                programmeId?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "roundId": 1,
                     *           "programmeId": 1,
                     *           "name": "张某某",
                     *           "cadence": "monthly-report",
                     *           "period": "2026-07",
                     *           "opensAt": "2026-07-31T17:30:00+08:00",
                     *           "openedAt": "2026-07-31T17:30:00+08:00",
                     *           "provisional": false,
                     *           "arithmetic": "交办 11-20 周五不计；11-23、24、25 为第1–3个工作日",
                     *           "obligations": 1,
                     *           "live": 1
                     *         }
                     *       ],
                     *       "limit": 1,
                     *       "next": null,
                     *       "clocks": {
                     *         "running": false,
                     *         "reason": "连续两个月没有实质进展"
                     *       }
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Round"][];
                        limit: number;
                        /** @description 下一页的 cursor；没有下一页为 null */
                        next: string | null;
                        clocks: components["schemas"]["Clocks"];
                    };
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Round_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                roundId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "roundId": 1,
                     *       "programmeId": 1,
                     *       "name": "张某某",
                     *       "cadence": "monthly-report",
                     *       "period": "2026-07",
                     *       "opensAt": "2026-07-31T17:30:00+08:00",
                     *       "openedAt": "2026-07-31T17:30:00+08:00",
                     *       "provisional": false,
                     *       "arithmetic": "交办 11-20 周五不计；11-23、24、25 为第1–3个工作日",
                     *       "obligations": 1,
                     *       "live": 1,
                     *       "clocks": {
                     *         "running": false,
                     *         "reason": "连续两个月没有实质进展"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["RoundAndClocks"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Session_me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accountId": 1,
                     *       "personId": 1,
                     *       "name": "张某某",
                     *       "login": "zhang.moumou",
                     *       "role": "office",
                     *       "organizationId": 1,
                     *       "organizationName": "县委组织部",
                     *       "mustChangePassword": false
                     *     }
                     */
                    "application/json": {
                        accountId: number;
                        personId: number;
                        name: string;
                        login: string;
                        /** @enum {string} */
                        role: "office" | "leader" | "unit" | "inspector" | "admin";
                        organizationId: number;
                        organizationName: string;
                        mustChangePassword: boolean;
                    };
                };
            };
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Session_signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "login": "zhang.moumou",
                 *       "password": "夏至-山城-灯火-2026"
                 *     }
                 */
                "application/json": {
                    login: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description 成功 */
            201: {
                headers: {
                    /** @description 新建的内容在哪里 */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "token": "n0tARealT0kenOnlyAnExampleOf43Characters_abc",
                     *       "expiresAt": "2026-07-31T17:30:00+08:00"
                     *     }
                     */
                    "application/json": {
                        /** @description 只给出这一次；程序调用时放入 Authorization: Bearer */
                        token: string;
                        /**
                         * Format: date-time
                         * @example 2026-07-31T17:30:00+08:00
                         */
                        expiresAt: string;
                    };
                };
            };
            400: components["responses"]["Malformed"];
            /** @description SIGN_IN_FAILED 登录失败 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "SIGN_IN_FAILED";
                    };
                };
            };
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongType"];
            422: components["responses"]["Invalid"];
            /** @description TOO_MANY_REQUESTS 请求过于频繁；TOO_MANY_ATTEMPTS 尝试过于频繁 */
            429: {
                headers: {
                    /** @description 几秒后再试 */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "TOO_MANY_REQUESTS" | "TOO_MANY_ATTEMPTS";
                    };
                };
            };
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Session_signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "ok": true
                     *     }
                     */
                    "application/json": {
                        /** @enum {boolean} */
                        ok: true;
                    };
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    Session_changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "current": "夏至-山城-灯火-2026",
                 *       "next": "冬至-江岸-炊烟-2027"
                 *     }
                 */
                "application/json": {
                    current: string;
                    next: string;
                };
            };
        };
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "token": "n0tARealT0kenOnlyAnExampleOf43Characters_abc",
                     *       "expiresAt": "2026-07-31T17:30:00+08:00"
                     *     }
                     */
                    "application/json": {
                        /** @description 只给出这一次；程序调用时放入 Authorization: Bearer */
                        token: string;
                        /**
                         * Format: date-time
                         * @example 2026-07-31T17:30:00+08:00
                         */
                        expiresAt: string;
                    };
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongType"];
            /** @description INVALID 填写内容有误；KEY_REUSED 幂等键已用于另一个请求；WEAK_PASSWORD 密码不合要求；WRONG_PASSWORD 当前密码不正确 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "INVALID" | "KEY_REUSED" | "WEAK_PASSWORD" | "WRONG_PASSWORD";
                    };
                };
            };
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SetAside_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description 从上一页的 next 原样取来；不填即第一页。其余条件须与上一页相同 */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "setAsideId": 1,
                     *           "programmeId": 1,
                     *           "programme": "石板县2026年重点任务清单",
                     *           "obligationId": 1,
                     *           "project": "村级阵地达标",
                     *           "cadence": "monthly-report",
                     *           "period": "2026-07",
                     *           "at": "2026-07-31T17:30:00+08:00",
                     *           "reason": "连续两个月没有实质进展"
                     *         }
                     *       ],
                     *       "limit": 1,
                     *       "next": null
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["SetAside"][];
                        limit: number;
                        /** @description 下一页的 cursor；没有下一页为 null */
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SetAside_retry: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 幂等键：每个操作一个新的 UUID。结果与操作在同一事务里留存24小时，只有本账号凭这个键能取回；键相同而网址或内容不同得到 422 KEY_REUSED，前一个还在办理得到 409 KEY_IN_USE。被拒绝的请求不留存。重发得到的答案带 Idempotency-Replayed: true。
                 * @example 7b0e2c1a-5d7e-4c0e-9a53-0f6f6f0d9a11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                setAsideId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "ok": true,
                     *       "clocks": {
                     *         "running": false,
                     *         "reason": "连续两个月没有实质进展"
                     *       }
                     *     }
                     */
                    "application/json": {
                        /** @enum {boolean} */
                        ok: true;
                        clocks: components["schemas"]["Clocks"];
                    };
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description CONFLICT 与现有记录冲突；KEY_IN_USE 同一个请求还在办理中；STILL_BROKEN 原因还没有排除；WRONG_STATE 当前状态不能这样办理 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code?: "CONFLICT" | "KEY_IN_USE" | "STILL_BROKEN" | "WRONG_STATE";
                    };
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["WrongType"];
            422: components["responses"]["Invalid"];
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    System_live: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "ok": true
                     *     }
                     */
                    "application/json": {
                        /** @enum {boolean} */
                        ok: true;
                    };
                };
            };
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    System_ready: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 成功 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "ready": false,
                     *       "database": false,
                     *       "clocks": {
                     *         "running": false,
                     *         "reason": "连续两个月没有实质进展"
                     *       }
                     *     }
                     */
                    "application/json": {
                        ready: boolean;
                        database: boolean;
                        clocks: components["schemas"]["Clocks"];
                    };
                };
            };
            429: components["responses"]["TooMany"];
            503: components["responses"]["Unavailable"];
            /** @description 问题（RFC 9457），code 为稳定代码，detail 说明怎么办 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
