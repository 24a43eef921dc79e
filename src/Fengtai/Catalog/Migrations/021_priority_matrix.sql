-- The one matrix: the usual table of ITIL service desks, with definitions that a desk makes its own.
insert into catalog.priority_matrix (id, cells, impacts, urgencies) values (
    '0199aa00-0000-7000-8000-000000000001',
    '[
        {"impact": "high",   "urgency": "high",   "priority": "urgent"},
        {"impact": "high",   "urgency": "medium", "priority": "high"},
        {"impact": "high",   "urgency": "low",    "priority": "normal"},
        {"impact": "medium", "urgency": "high",   "priority": "high"},
        {"impact": "medium", "urgency": "medium", "priority": "normal"},
        {"impact": "medium", "urgency": "low",    "priority": "low"},
        {"impact": "low",    "urgency": "high",   "priority": "normal"},
        {"impact": "low",    "urgency": "medium", "priority": "low"},
        {"impact": "low",    "urgency": "low",    "priority": "low"}
    ]',
    '[
        {"level": "high",   "text": "全单位、多个部门，或关键业务系统受影响", "textEn": "The whole organisation, several departments or a key business system is affected"},
        {"level": "medium", "text": "一个部门或一组人受影响，或一项重要功能不可用", "textEn": "One department, a group of people or an important function is affected"},
        {"level": "low",    "text": "只影响一个人", "textEn": "One person is affected"}
    ]',
    '[
        {"level": "high",   "text": "工作完全停了，没有替代办法", "textEn": "Work has stopped and there is no way around it"},
        {"level": "medium", "text": "还能工作，但明显受影响，或很快就要用", "textEn": "Work goes on with difficulty, or it is needed soon"},
        {"level": "low",    "text": "不着急，可以约时间处理", "textEn": "It can wait and be planned"}
    ]'
);
